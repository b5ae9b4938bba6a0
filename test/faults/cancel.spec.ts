import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { processesNaming } from '../support/processes.js';
import { Program } from '../support/program.js';
import { ffmpegToolsFor } from '../support/skip.js';

const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));
/** Bounds hangs; the machine may be slow and shared. */
const PATIENCE_MS = 120_000;
const tools = await ffmpegToolsFor();

interface Answer {
  readonly [name: string]: unknown;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What ffmpeg and ffprobe get as arguments in a stage, as a pattern of the shell. */
const STAGES: readonly (readonly [stage: string, step: string, pattern: string])[] = [
  ['the probe of a source', 'probe', '*-show_streams*'],
  ['the timing of words', 'words', '*-ar\\ 16000*'],
  ['the encoding of sound', 'segments', '*sound.part*'],
  ['the encoding of a segment', 'segments', '*-filter_complex*'],
  ['the writing of another output', 'publish', '*libmp3lame*'],
];

/** A tag at the end of an MP3 file (ID3v1). */
function tagOf(title: string): Buffer {
  const tag = Buffer.alloc(128);
  tag.write(`TAG${title}`, 'latin1');
  return tag;
}

/** A service whose one worker can be held in each stage of a render. */
describe('a job that is cancelled or deleted while a worker has it', () => {
  let dir: string;
  let media: Server;
  let host: string;
  let stalled = 0;
  let program: Program;
  let url: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-cancel-'));
    await chmod(dir, 0o755);
    media = createServer((request, response) => {
      void serve(request.url ?? '/', response).catch(() => response.destroy());
    });
    await new Promise<void>((done) => media.listen(0, '127.0.0.1', done));
    host = `127.0.0.1:${(media.address() as AddressInfo).port}`;
    await writeStubs();
    program = new Program('main', [], {
      VIDEOCRAFT_DATA_DIR: join(dir, 'data'),
      VIDEOCRAFT_SERVER_PORT: '0',
      VIDEOCRAFT_WORKERS: '1',
      VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '1000000',
      VIDEOCRAFT_SECURITY_ENABLE_AUTH: 'false',
      VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'false',
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: host,
      VIDEOCRAFT_FFMPEG_CONFINEMENT: 'off',
      VIDEOCRAFT_FFMPEG_PATH: join(dir, 'ffmpeg'),
      VIDEOCRAFT_FFPROBE_PATH: join(dir, 'ffprobe'),
    });
    [, url = ''] = await program.waitForOutput(/API: +(http:\S+)/);
  }, 180_000);

  afterAll(async () => {
    await program.stop();
    media.closeAllConnections();
    media.close();
    expect(await processesNaming(dir)).toEqual([]);
    await rm(dir, { recursive: true, force: true });
  }, 60_000);

  /** Sends a file whose last bytes differ with the query, so that no cache knows it. Never ends `/stall`. */
  async function serve(path: string, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(path, 'http://localhost');
    if (pathname === '/stall') {
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': '1000000' });
      response.write('x', () => stalled++);
      return;
    }
    const bytes = await readFile(join(MEDIA, pathname));
    response.end(search === '' ? bytes : Buffer.concat([bytes, tagOf(search)]));
  }

  /** Programs that hang if their arguments match the pattern in `hold`, and are deaf to polite signals. */
  async function writeStubs(): Promise<void> {
    const real = { ffmpeg: tools.ffmpegPath, ffprobe: tools.ffprobePath };
    for (const [name, path] of Object.entries(real)) {
      const script = `#!/bin/sh
pattern=$(cat '${dir}/hold' 2>/dev/null)
[ -n "$pattern" ] && eval "case \\"\\$*\\" in $pattern) echo $$ >> '${dir}/held'; trap '' TERM INT; exec tail -f '${dir}/held';; esac"
exec '${path}' "$@"
`;
      await writeFile(join(dir, name), script, { mode: 0o755 });
    }
  }

  /** From now on, the worker hangs in a stage. Empty: in none. */
  async function hold(pattern: string): Promise<void> {
    await writeFile(join(dir, 'held'), '');
    await writeFile(join(dir, 'hold'), pattern);
  }

  const holds = async () => (await processesNaming(join(dir, 'held'))).length > 0;

  async function call(path: string, method = 'GET', body?: unknown): Promise<Answer> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return (await response.json()) as Answer;
  }

  async function submit(config: unknown): Promise<string> {
    const answer = await call('/videos', 'POST', config);
    expect(answer).toMatchObject({ status: 'pending' });
    return String(answer['job_id']);
  }

  async function wait(what: string, isTrue: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; !(await isTrue()); await delay(20)) {
      if (Date.now() > end)
        throw new Error(`not in time: ${what}\n${program.stdout.slice(-3_000)}`);
    }
  }

  let color = 0;
  /** A video that passes all stages. Its color lets no cache have it. */
  const video = () => ({
    width: 320,
    height: 180,
    scenes: [
      {
        'background-color': `#${(0x100000 + ++color * 4_567).toString(16)}`,
        elements: [
          {
            type: 'audio',
            src: `http://${host}/speech/report.mp3?${color}`,
            text: 'Every morning the team collects the numbers, checks the charts, and writes a short report.',
            volume: 0.9 - color / 1_000,
            // At another speed, words are timed from a sound that is decoded then.
            speed: 1.1,
          },
          {
            type: 'video',
            src: `http://${host}/background.mp4`,
            height: 150,
            loop: true,
            duration: -2,
            volume: 0,
          },
        ],
      },
    ],
    elements: [{ type: 'subtitles' }],
    outputs: [{ type: 'audio', format: 'mp3' }],
  });
  const small = () => ({ width: 64, height: 64, scenes: [{ duration: 1, elements: [] }] });

  async function isIn(id: string, step: string): Promise<boolean> {
    const { status, current_step: at } = await call(`/jobs/${id}/status`);
    if (['completed', 'failed'].includes(String(status))) throw new Error(`is ${String(status)}`);
    return status === 'processing' && at === step;
  }

  /** The next job runs, and nothing of the one before is left. */
  async function expectFreed(id: string): Promise<void> {
    const next = await submit(small());
    await wait('the next job', async () => {
      return (await call(`/jobs/${next}/status`))['status'] === 'completed';
    });
    await wait('no file', async () => (await filesOf(id)).length === 0);
    await wait('no process', async () => !(await holds()));
    expect((await call(`/jobs/${id}`)).data).toMatchObject({ status: 'cancelled', attempt: 1 });
  }

  /** Files of a job, and files that were never finished. */
  async function filesOf(id: string): Promise<string[]> {
    // A folder that is removed meanwhile ends the reading.
    const names = await readdir(join(dir, 'data'), { recursive: true }).catch(() => null);
    if (names === null) return filesOf(id);
    return names.filter(
      (name) => !name.startsWith('postgres') && (name.includes(id) || /\.part$|\.tmp/.test(name)),
    );
  }

  const ways = {
    cancelled: (id: string) => call(`/jobs/${id}/cancel`, 'POST', {}),
    deleted: (id: string) => call(`/videos/${id}`, 'DELETE'),
  } as const;

  it.each([
    ...STAGES.map((stage) => ['cancelled', ...stage] as const),
    // Every stage sees a deletion as it sees a cancellation.
    ...STAGES.slice(-2).map((stage) => ['deleted', ...stage] as const),
  ])(
    'frees its worker when it is %s during %s (%s)',
    async (how, _stage, step, pattern) => {
      await hold(pattern);
      const id = await submit(video());
      await wait(`the step ${step}`, async () => (await holds()) && (await isIn(id, step)));
      await hold('');
      expect(await ways[how](id)).toMatchObject({ success: true });
      await expectFreed(id);
    },
    2 * PATIENCE_MS,
  );

  it.each(['cancelled', 'deleted'] as const)(
    'frees its worker when it is %s during a fetch',
    async (how) => {
      const before = stalled;
      const id = await submit({
        ...small(),
        scenes: [{ duration: 1, elements: [{ type: 'image', src: `http://${host}/stall` }] }],
      });
      await wait('a download', async () => stalled > before && (await isIn(id, 'fetch')));
      expect(await ways[how](id)).toMatchObject({ success: true });
      await expectFreed(id);
    },
    2 * PATIENCE_MS,
  );
});
