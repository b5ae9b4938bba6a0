import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startTestServer, type TestServer } from '../support/database.js';
import { Program } from '../support/program.js';
import { ffmpegToolsFor } from '../support/skip.js';
import { OPENAI_KEY, SENTENCES, VoiceServer } from '../support/voice-servers.js';

/** Bounds hangs. A start takes long on a slow, shared machine. */
const PATIENCE_MS = 240_000;
const KEY = 'the-configured-key';
const tools = await ffmpegToolsFor();

interface Job {
  readonly status: string;
  readonly error_code: string | null;
  readonly error: string | null;
}
interface Event {
  readonly type: string;
  readonly data: Record<string, unknown>;
}

/** Real processes: an API, and workers whose ffmpegs differ. */
describe('workers with different abilities', () => {
  let dir: string;
  let server: TestServer;
  let api: Program;
  let url: string;
  let env: Record<string, string>;
  const workers: Program[] = [];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-abilities-'));
    await chmod(dir, 0o755);
    server = await startTestServer();
    env = {
      DATABASE_URL: (await server.database()).url,
      VIDEOCRAFT_DATA_DIR: join(dir, 'data'),
      VIDEOCRAFT_SERVER_PORT: '0',
      VIDEOCRAFT_SECURITY_API_KEY: KEY,
      VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '10000',
      VIDEOCRAFT_FFMPEG_CONFINEMENT: 'off',
    };
    api = new Program('main', [], { ...env, VIDEOCRAFT_WORKERS: '0' });
    [, url = ''] = await api.waitForOutput(/API: +(http:\S+)/, PATIENCE_MS);
  }, 2 * PATIENCE_MS);

  afterAll(async () => {
    for (const worker of workers) await worker.stop();
    await api.stop();
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  }, 120_000);

  /** A worker whose ffmpeg says that it lacks an encoder. */
  async function startWithout(encoder: string): Promise<Program> {
    const ffmpeg = join(dir, `no-${encoder}`);
    const real = `'${tools.ffmpegPath}' "$@"`;
    const script = `#!/bin/sh\ncase "$*" in *-encoders*) ${real} | grep -v ${encoder};; *) exec ${real};; esac\n`;
    await writeFile(ffmpeg, script, { mode: 0o755 });
    return startWorker({
      VIDEOCRAFT_FFMPEG_PATH: ffmpeg,
      VIDEOCRAFT_FFPROBE_PATH: tools.ffprobePath,
    });
  }

  async function startWorker(more: Record<string, string> = {}): Promise<Program> {
    const worker = new Program('worker', [], { ...env, ...more });
    workers.push(worker);
    await worker.waitForOutput(/worker is ready/, PATIENCE_MS);
    return worker;
  }

  async function call(path: string, init: RequestInit = {}): Promise<Record<string, unknown>> {
    const headers = { authorization: `Bearer ${KEY}`, ...(init.headers as object) };
    const response = await fetch(`${url}${path}`, { ...init, headers });
    return (await response.json()) as Record<string, unknown>;
  }

  async function submit(
    config: object = {
      ...{ width: 64, height: 64, scenes: [{ duration: 1 }] },
      outputs: [{ type: 'audio', format: 'mp3' }],
    },
  ): Promise<string> {
    const { csrf_token: token } = await call('/csrf-token');
    const answer = await call('/videos', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': String(token) },
      body: JSON.stringify(config),
    });
    return String(answer['job_id']);
  }

  /** The test ends a hang. */
  async function ended(id: string): Promise<Job> {
    for (;;) {
      const job = (await call(`/jobs/${id}/status`)) as unknown as Job;
      if (['completed', 'failed', 'cancelled'].includes(job.status)) return job;
      await delay(100);
    }
  }

  async function eventsOf(id: string): Promise<Event[]> {
    const { data } = (await call(`/jobs/${id}/events`)) as { data: { events: Event[] } };
    return data.events;
  }

  /** The state of each known worker by the encoders that it has. */
  async function fleet(): Promise<{ id: string; state: string; can: string[] }[]> {
    const { data } = (await call('/health/detailed')) as {
      data: { fleet: { id: string; state: string; can: string[] }[] };
    };
    return data.fleet;
  }

  it(
    'say why none of them can render a job',
    async () => {
      await startWithout('libmp3lame');
      const alone = await ended(await submit());
      expect(alone).toMatchObject({ status: 'failed', error_code: 'RENDER_FAILED' });
      expect(alone.error).toMatch(/^The format "mp3" needs the encoder libmp3lame, .* lacks\.$/);
      await startWithout('libmp3lame');
      const together = await ended(await submit());
      expect(together.error).toMatch(/lacks\. No other worker can do it either\.$/);
    },
    2 * PATIENCE_MS,
  );

  it(
    'pass a job on to one that has what it needs',
    async () => {
      const able = await startWorker();
      const ids = await Promise.all([submit(), submit(), submit(), submit(), submit()]);
      const jobs = await Promise.all(ids.map(ended));
      expect(jobs.map(({ status }) => status)).toEqual(ids.map(() => 'completed'));
      const workersById = new Map((await fleet()).map(({ id, can }) => [id, can]));
      for (const id of ids) {
        const events = await eventsOf(id);
        const starts = events.filter(({ type }) => type === 'job.started');
        const last = String(starts.at(-1)?.data['worker_id']);
        expect(workersById.get(last)).toContain('encoder:libmp3lame');
        // One worker finds out what the job needs, and no other tries in vain.
        expect(starts.length).toBeLessThanOrEqual(2);
        const passed = events.filter(({ type }) => type === 'job.handed_back');
        expect(passed.map(({ data }) => data)).toEqual(
          passed.map(() => ({ reason: 'ability_missing', needs: ['encoder:libmp3lame'] })),
        );
        expect(passed).toHaveLength(starts.length - 1);
      }
      await able.stop();
      expect((await fleet()).map(({ state }) => state)).toEqual(['idle', 'idle']);
    },
    2 * PATIENCE_MS,
  );

  it(
    'are seen as lost when their supervisor is killed',
    async () => {
      const able = await startWorker();
      const id = (await fleet()).find(({ can }) => can.includes('encoder:libmp3lame'))?.id;
      await able.stop('SIGKILL');
      // Bounded by the timeout of the test.
      while ((await fleet()).find((worker) => worker.id === id)?.state !== 'gone') await delay(500);
      const { data } = (await call('/audit/events?type=worker.lost')) as {
        data: { events: Event[] };
      };
      expect(data.events.map((event) => event.data['worker_id'])).toContain(id);
    },
    2 * PATIENCE_MS,
  );

  it(
    'pass a voice on to one that has a voice engine, and count what it spoke',
    async () => {
      const [text] = SENTENCES;
      const voices = await VoiceServer.start();
      const scenes = [{ elements: [{ type: 'voice', text }] }];
      const spoken = { width: 64, height: 64, scenes };
      try {
        const alone = await ended(await submit(spoken));
        expect(alone).toMatchObject({ status: 'failed', error_code: 'VOICE_UNAVAILABLE' });
        expect(alone.error).toContain('No voice engine is configured.');
        const able = await startWorker({
          VIDEOCRAFT_VOICES_URL: `${voices.url}/v1`,
          VIDEOCRAFT_VOICES_API_KEY: OPENAI_KEY,
        });
        const ids = await Promise.all([submit(spoken), submit(spoken), submit(spoken)]);
        const jobs = await Promise.all(ids.map(ended));
        expect(jobs.map(({ status }) => status)).toEqual(ids.map(() => 'completed'));
        expect(voices.texts).toEqual([text]);
        const { data } = (await call('/keys/me')) as {
          data: { usage: { daily_voice_characters: number } };
        };
        expect(data.usage.daily_voice_characters).toBe(text.length);
        const can = (await fleet()).flatMap((worker) => worker.can);
        expect(can).toEqual(expect.arrayContaining(['voice', 'voice:default', 'voice:openai']));
        expect(`${able.stdout}${able.stderr}${JSON.stringify(jobs)}`).not.toContain(OPENAI_KEY);
      } finally {
        await voices.close();
      }
    },
    2 * PATIENCE_MS,
  );
});
