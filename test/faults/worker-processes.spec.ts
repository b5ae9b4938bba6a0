import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { serveMedia } from '../../examples/demo/serve-media.js';
import { processesNaming } from '../support/processes.js';
import { Program } from '../support/program.js';
import { itUnless, missingProgram } from '../support/skip.js';

const NO_SETPRIV = await missingProgram('setpriv');
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Bounds hangs; the machine may be slow and shared. */
const PATIENCE_MS = 120_000;

interface WorkerDetails {
  readonly pid: number;
  readonly state: string;
  readonly job: { readonly id: string; readonly attempt: number } | null;
  readonly problem: string | null;
  readonly restarts: number;
  readonly heap_limit_megabytes: number;
}

interface Answer {
  readonly [name: string]: unknown;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Limits that would otherwise refuse the costly configs of this test before a worker is busy. */
const NO_LIMITS = Object.fromEntries(
  ['EXPANSION_STEPS', 'VALUES', 'GLYPHS', 'DRAWN_GLYPHS', 'DRAWING_POINTS', 'KEPT_POINTS'].map(
    (name) => [`VIDEOCRAFT_LIMITS_${name}`, '1000000000000'],
  ),
);

/** Long texts that differ, so that each of them is shaped, wrapped, and drawn. */
const textsOf = (count: number) => ({
  width: 64,
  height: 64,
  variables: { x: 'word '.repeat(960) },
  scenes: [
    {
      duration: 1,
      elements: Array.from({ length: count }, (_, index) => ({
        type: 'text',
        text: `${index} {{ x }}`,
      })),
    },
  ],
});
/** Accepted, and busy for some 20 s without a pause. */
const BUSY = textsOf(120);
/** Accepted, and larger than a small heap. */
const LARGE = textsOf(500);
const SMALL = { width: 64, height: 64, scenes: [{ duration: 1, elements: [] }] };

/** The service as `npm start` runs it: one process that supervises others. */
class Service {
  private constructor(
    readonly program: Program,
    readonly url: string,
  ) {}

  static async start(env: Record<string, string>): Promise<Service> {
    const program = new Program('main', [], {
      VIDEOCRAFT_SERVER_PORT: '0',
      VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '1000000',
      VIDEOCRAFT_SECURITY_ENABLE_AUTH: 'false',
      VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'false',
      ...NO_LIMITS,
      ...env,
    });
    const [, url = ''] = await program.waitForOutput(/API: +(http:\S+)/);
    return new Service(program, url);
  }

  async call(path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
    });
    return (await response.json()) as Answer;
  }

  async submit(config: unknown): Promise<string> {
    const answer = await this.call('/videos', config);
    expect(answer).toMatchObject({ status: 'pending' });
    return String(answer['job_id']);
  }

  async workers(): Promise<readonly WorkerDetails[]> {
    const { data } = await this.call('/health/detailed');
    return (data['workers'] as { processes: WorkerDetails[] }).processes;
  }

  async until(id: string, isWanted: (status: Answer) => boolean): Promise<Answer> {
    for (const end = Date.now() + PATIENCE_MS; ; await delay(100)) {
      const status = await this.call(`/jobs/${id}/status`);
      if (isWanted(status)) return status;
      if (Date.now() > end) throw new Error(`still ${JSON.stringify(status)}`);
    }
  }

  /** Waits until a worker renders the job. */
  async rendering(id: string): Promise<WorkerDetails> {
    for (const end = Date.now() + PATIENCE_MS; ; await delay(50)) {
      const worker = (await this.workers()).find(({ job }) => job?.id === id);
      if (worker) return worker;
      if (Date.now() > end) throw new Error('nobody takes the job');
    }
  }

  async attempts(id: string): Promise<number> {
    return (await this.call(`/jobs/${id}`)).data['attempt'] as number;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('the worker processes of a service', () => {
  let dir: string;
  let media: Awaited<ReturnType<typeof serveMedia>>;
  let service: Service;

  const start = async (more: Record<string, string> = {}) => {
    service = await Service.start({
      VIDEOCRAFT_DATA_DIR: join(dir, 'data'),
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: media.host,
      ...more,
    });
  };
  /** Moving pictures, which render as several segments. */
  const moving = (seconds: number) => ({
    width: 640,
    height: 360,
    scenes: [
      {
        duration: seconds,
        elements: [
          {
            type: 'video',
            src: `http://${media.host}/test/media/background.mp4`,
            loop: true,
            volume: 0,
            height: 300,
          },
        ],
      },
    ],
  });

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-processes-'));
    await chmod(dir, 0o755);
    media = await serveMedia(ROOT);
    await start();
  }, 120_000);

  afterAll(async () => {
    await service.program.stop();
    await media.close();
    expect(await processesNaming(dir)).toEqual([]);
    await rm(dir, { recursive: true, force: true });
  }, 60_000);

  it('answers while a worker is busy without a pause, and holds its job', async () => {
    const id = await service.submit(BUSY);
    await service.rendering(id);
    let answers = 0;
    // Longer than the heartbeat of a queue message lasts.
    for (const end = Date.now() + 15_000; Date.now() < end; answers++) {
      expect(await service.call('/live')).toMatchObject({ data: { status: 'ok' } });
      const status = await service.call(`/jobs/${id}/status`);
      if (status['status'] !== 'processing') break;
      await delay(50);
    }
    expect(answers).toBeGreaterThan(50);
    expect(await service.attempts(id)).toBe(1);
    await service.call(`/jobs/${id}/cancel`, {});
  }, 180_000);

  it('replaces a worker that is killed, and its job is completed', async () => {
    const id = await service.submit(moving(3));
    const { pid, restarts } = await service.rendering(id);
    process.kill(pid, 'SIGKILL');
    await service.until(id, ({ status }) => status === 'completed');
    expect(await service.attempts(id)).toBe(2);
    const [worker] = await service.workers();
    expect(worker).toMatchObject({ restarts: restarts + 1, job: null });
    expect(worker!.pid).not.toBe(pid);
  }, 180_000);

  it('replaces a worker that is too busy to notice that its job was cancelled', async () => {
    const id = await service.submit(BUSY);
    const { pid, restarts } = await service.rendering(id);
    // Until it is busy with the texts.
    await delay(2_000);
    await service.call(`/jobs/${id}/cancel`, {});
    const next = await service.submit(SMALL);
    await service.until(next, ({ status }) => status === 'completed');
    expect(isAlive(pid)).toBe(false);
    // A worker says that it is free a moment after its job is.
    while ((await service.workers())[0]?.job !== null) await delay(100);
    expect(await service.workers()).toMatchObject([{ restarts: restarts + 1 }]);
    expect(await readdir(join(dir, 'data/work'))).toEqual([]);
    expect(await service.call(`/jobs/${id}`)).toMatchObject({ data: { attempt: 1 } });
  }, 180_000);

  it('renders on when its ffmpeg is killed from outside', async () => {
    const id = await service.submit(moving(20));
    await service.rendering(id);
    let killed = 0;
    await service.until(id, ({ status }) => {
      if (status === 'processing' && killed === 0) killed = killFfmpegIn(join(dir, 'data/work'));
      return status === 'completed';
    });
    expect(killed).toBeGreaterThan(0);
    expect(await service.attempts(id)).toBe(1);
  }, 180_000);

  it('takes no jobs while its data folder cannot be written, says so, and goes on afterwards', async () => {
    const videos = join(dir, 'data/videos');
    await rename(videos, join(dir, 'kept'));
    await writeFile(videos, 'in the way');
    const jobs = [await service.submit(SMALL), await service.submit(SMALL)];
    for (;;) {
      const [worker] = await service.workers();
      if (worker?.problem !== null) {
        expect(worker?.problem).toContain('The data folder cannot be written');
        break;
      }
      await delay(100);
    }
    for (const id of jobs)
      expect(await service.call(`/jobs/${id}/status`)).toMatchObject({ status: 'pending' });
    // Without the folder, it is made again.
    await rm(videos);
    for (const id of jobs) await service.until(id, ({ status }) => status === 'completed');
    expect(await service.workers()).toMatchObject([{ problem: null }]);
    expect(await readdir(videos)).toHaveLength(2);
  }, 180_000);

  it('sums up what its workers count', async () => {
    const id = await service.submit(SMALL);
    await service.until(id, ({ status }) => status === 'completed');
    const text = async () => (await fetch(`${service.url}/metrics`)).text();
    const segments = /^videocraft_render_segments_total\{origin="encoder"\} ([1-9]\d*)$/m;
    const lookups = /^videocraft_cache_requests_total\{cache="segments",result="miss"\} [1-9]/m;
    for (const end = Date.now() + PATIENCE_MS; ; await delay(200)) {
      const figures = await text();
      if (segments.test(figures) && lookups.test(figures)) break;
      expect(Date.now()).toBeLessThan(end);
    }
  }, 180_000);

  it('hands its job back when it stops', async () => {
    const id = await service.submit(moving(600));
    const { pid } = await service.rendering(id);
    const since = Date.now();
    expect(await service.program.stop()).toMatchObject({ code: 0 });
    // The bound that the service promises.
    expect(Date.now() - since).toBeLessThan(10_000);
    expect(isAlive(pid)).toBe(false);
    await start();
    await service.rendering(id);
    expect(await service.attempts(id)).toBe(2);
    await service.call(`/jobs/${id}/cancel`, {});
  }, 180_000);

  itUnless(NO_SETPRIV)(
    'leaves no process when it is killed, even if a worker is busy',
    async () => {
      const id = await service.submit(BUSY);
      const { pid } = await service.rendering(id);
      // Until it is busy with the texts.
      await delay(2_000);
      await service.program.stop('SIGKILL');
      for (const end = Date.now() + 10_000; isAlive(pid); await delay(50)) {
        expect(Date.now()).toBeLessThan(end);
      }
      expect(await processesNaming(join(dir, 'data', 'work'))).toEqual([]);
      await start();
      await service.call(`/jobs/${id}/cancel`, {});
    },
    180_000,
  );

  it('fails a job that needs more heap than a worker has, and only that', async () => {
    await service.program.stop();
    await start({ VIDEOCRAFT_WORKERS_MAX_HEAP_MEGABYTES: '128' });
    expect((await service.workers())[0]).toMatchObject({ heap_limit_megabytes: 128 });
    const id = await service.submit(LARGE);
    const next = await service.submit(SMALL);
    const failed = await service.until(id, ({ status }) => status === 'failed');
    expect(failed).toMatchObject({
      error_code: 'MEDIA_LIMIT_EXCEEDED',
      error: expect.stringContaining('more than the 128 MB of memory') as string,
    });
    expect(failed['error']).toContain('VIDEOCRAFT_WORKERS_MAX_HEAP_MEGABYTES');
    await service.until(next, ({ status }) => status === 'completed');
    expect(await service.attempts(id)).toBe(1);
  }, 240_000);

  it('refuses a body that takes too long to check, and answers meanwhile', async () => {
    await service.program.stop();
    await start({ VIDEOCRAFT_LIMITS_VALIDATION_SECONDS: '0.5' });
    const answer = service.call('/videos', COSTLY);
    let answered = 0;
    const ended = new AbortController();
    void answer.finally(() => ended.abort());
    for (; !ended.signal.aborted; answered++) {
      expect(await service.call('/live')).toMatchObject({ data: { status: 'ok' } });
    }
    expect(await answer).toMatchObject({
      code: 'VALIDATION_ERROR',
      details: expect.stringContaining('takes longer than 0.5 s') as string,
    });
    expect(answered).toBeGreaterThan(5);
    // The next one gets a thread of its own.
    const id = await service.submit(SMALL);
    await service.until(id, ({ status }) => status === 'completed');
  }, 180_000);
});

/** Kills the runs of ffmpeg that name a folder, and returns their number. */
function killFfmpegIn(folder: string): number {
  let killed = 0;
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'latin1').split('\0');
      const isRun = command[0]?.endsWith('ffmpeg') && command.some((part) => part.includes(folder));
      if (!isRun) continue;
      process.kill(Number(name), 'SIGKILL');
      killed++;
    } catch {
      // It has ended in the meantime.
    }
  }
  return killed;
}

/** Scenes that iterate over many items, and drop all. */
const COSTLY = {
  variables: { list: Array.from({ length: 50_000 }, (_, index) => index) },
  scenes: Array.from({ length: 300 }, () => ({
    duration: 1,
    iterate: 'list',
    condition: '{{ 1 > 2 }}',
  })),
};
