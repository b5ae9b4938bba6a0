import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { serveMedia } from '../../examples/demo/serve-media.js';
import { missingProgram } from '../support/skip.js';
import { processesNaming } from '../support/processes.js';
import { Program } from '../support/program.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Status {
  readonly status: string;
  readonly progress: number;
  readonly current_step: string;
  readonly error_code: string | null;
}

/** Real processes that share a data folder, and get killed. */
describe('workers that crash', () => {
  let dir: string;
  let media: Awaited<ReturnType<typeof serveMedia>>;
  let api: Program;
  let url: string;
  let key: string;
  const workers: Program[] = [];

  const env = () => ({
    VIDEOCRAFT_DATA_DIR: join(dir, 'data'),
    VIDEOCRAFT_SERVER_PORT: '0',
    VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '10000',
    VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: media.host,
  });

  async function startWorker(): Promise<Program> {
    const worker = new Program('worker', [], env());
    workers.push(worker);
    await worker.waitForOutput(/worker is ready/);
    return worker;
  }

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-faults-'));
    await chmod(dir, 0o755);
    media = await serveMedia(ROOT);
    api = new Program('main', [], { ...env(), VIDEOCRAFT_WORKERS: '0' });
    [, url = ''] = await api.waitForOutput(/API: +(http:\S+)/);
    key = (await readFile(join(dir, 'data/secrets/admin-api-key'), 'utf8')).trim();
  }, 120_000);

  afterAll(async () => {
    for (const worker of workers) await worker.stop();
    await api.stop();
    await media.close();
    await delay(300);
    expect(await processesNaming(dir)).toEqual([]);
    await rm(dir, { recursive: true, force: true });
  }, 60_000);

  async function call(path: string, init: RequestInit = {}): Promise<Record<string, unknown>> {
    const response = await fetch(`${url}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${key}`, ...(init.headers as Record<string, string>) },
    });
    return (await response.json()) as Record<string, unknown>;
  }

  /** Submits a moving scene of `seconds`, which renders as several segments. */
  async function submit(seconds: number, color: string): Promise<string> {
    const { csrf_token: token } = await call('/csrf-token');
    const video = {
      type: 'video',
      src: `http://${media.host}/test/media/background.mp4`,
      loop: true,
      volume: 0,
      height: 300,
      position: 'center-top',
    };
    const scenes = [{ duration: seconds, 'background-color': color, elements: [video] }];
    const answer = await call('/videos', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': String(token) },
      body: JSON.stringify({ width: 640, height: 360, scenes }),
    });
    return String(answer['job_id']);
  }

  async function until(id: string, wanted: (status: Status) => boolean, withinMs: number) {
    const end = Date.now() + withinMs;
    for (;;) {
      const status = (await call(`/jobs/${id}/status`)) as unknown as Status;
      if (wanted(status)) return status;
      if (Date.now() > end) throw new Error(`still ${JSON.stringify(status)}`);
      await delay(100);
    }
  }

  async function eventsOf(id: string, wanted: string) {
    const { data } = (await call(`/jobs/${id}/events`)) as {
      data: { events: { type: string; data: { reason?: string } }[] };
    };
    return data.events.filter(({ type }) => type === wanted);
  }

  const attemptsOf = async (id: string) => (await eventsOf(id, 'job.started')).length;
  const reasonsOf = async (id: string) =>
    (await eventsOf(id, 'job.handed_back')).map(({ data }) => data.reason);

  it('leave a job that another worker resumes, with the finished segments', async () => {
    const first = await startWorker();
    const id = await submit(50, '#102030');
    await until(id, ({ progress }) => progress > 55, 60_000);
    await first.stop('SIGKILL');
    // With `setpriv` the kernel ends the processes of a worker when the worker dies.
    if ((await missingProgram('setpriv')) === null) {
      // A killed process takes a moment to disappear.
      await delay(300);
      expect(await processesNaming(join(dir, 'data', 'work'))).toEqual([]);
    }
    // Only now: with its help, the first one might be done before it is killed.
    await startWorker();
    const since = Date.now();
    while ((await attemptsOf(id)) < 2) {
      if (Date.now() - since > 90_000) throw new Error('no other worker took the job');
      await delay(200);
    }
    // Its lock was seen to be gone. Its heartbeat would only have been missed later.
    expect(await reasonsOf(id)).toEqual(['worker_lost']);
    await until(id, ({ status }) => status === 'completed', 90_000);
    const { data } = (await call(`/videos/${id}`)) as {
      data: { segments: { cached: number; total: number } };
    };
    expect(data.segments.cached).toBeGreaterThan(0);
    // The worker removes its files after it has told that the job is completed.
    while ((await readdir(join(dir, 'data/work'))).length > 0) await delay(50);
    expect((await readdir(join(dir, 'data/videos'))).length).toBe(1);
  }, 180_000);

  it('fail a job that crashes its worker three times, and the next job runs', async () => {
    for (const worker of workers.splice(0)) await worker.stop();
    const id = await submit(60, '#203040');
    for (let attempt = 1; attempt <= 3; attempt++) {
      const worker = await startWorker();
      const since = Date.now();
      while ((await attemptsOf(id)) < attempt) {
        if (Date.now() - since > 60_000) throw new Error('no worker took the job');
        await delay(100);
      }
      await worker.stop('SIGKILL');
    }
    await startWorker();
    const { error_code: code } = await until(id, ({ status }) => status === 'failed', 60_000);
    expect(code).toBe('WORKER_LOST');
    const next = await submit(1, '#304050');
    await until(next, ({ status }) => status === 'completed', 60_000);
    await expect(stat(join(dir, 'data/videos', `${id}-3`))).rejects.toThrow('ENOENT');
  }, 240_000);
});
