import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { itUnless } from '../support/skip.js';
import { processesNaming } from '../support/processes.js';
import { Program } from '../support/program.js';
import { spreadSeconds } from '../support/spread-seconds.js';

/** Tests that take minutes, and whose parts other tests cover: a lost worker, and a missed heartbeat. */
const onlyLong = itUnless(
  process.env['FAULTS_LONG'] === '1' ? null : '`npm run test:faults` runs it',
);
const BACKGROUND = fileURLToPath(new URL('../media/background.mp4', import.meta.url));
/** Bounds hangs; the machine may be slow and shared. */
const PATIENCE_MS = 240_000;

interface Answer {
  readonly [name: string]: unknown;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Spread {
  readonly here: number;
  readonly elsewhere: Readonly<Record<string, number>>;
}

/** Real workers with real ffmpeg, which share a data folder and render one job together. */
describe('a long job on several workers', () => {
  let dir: string;
  let media: Server;
  let api: Program;
  let url: string;
  let admin: string;
  let address: string;
  let workers: Program[] = [];

  const env = () => ({
    VIDEOCRAFT_DATA_DIR: join(dir, 'data'),
    VIDEOCRAFT_SERVER_PORT: '0',
    VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '100000',
    VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'false',
    VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: address,
    VIDEOCRAFT_WORKERS_SPREAD_SECONDS: spreadSeconds(2),
  });

  async function startWorkers(count: number, more: Record<string, string> = {}): Promise<void> {
    const started = Array.from(
      { length: count },
      () => new Program('worker', [], { ...env(), ...more }),
    );
    workers.push(...started);
    await Promise.all(started.map((worker) => worker.waitForOutput(/worker is ready/)));
  }

  async function stopWorkers(): Promise<void> {
    await Promise.all(workers.map((worker) => worker.stop()));
    workers = [];
  }

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-spread-'));
    await chmod(dir, 0o755);
    const whole = await readFile(BACKGROUND);
    // Damage in the middle of the pictures, which only a decoder finds.
    const damaged = Buffer.from(whole);
    for (let at = 100_000; at < 300_000; at += 499) damaged[at]! ^= 0x5a;
    media = createServer((request, response) =>
      response.end(request.url === '/damaged.mp4' ? damaged : whole),
    );
    await new Promise<void>((done) => media.listen(0, '127.0.0.1', done));
    address = `127.0.0.1:${(media.address() as AddressInfo).port}`;
    api = new Program('main', [], { ...env(), VIDEOCRAFT_WORKERS: '0' });
    [, url = ''] = await api.waitForOutput(/API: +(http:\S+)/);
    admin = (await readFile(join(dir, 'data/secrets/admin-api-key'), 'utf8')).trim();
  }, 180_000);

  afterAll(async () => {
    await stopWorkers();
    await api.stop();
    media.close();
    expect(await processesNaming(dir)).toEqual([]);
    await rm(dir, { recursive: true, force: true });
  }, 120_000);

  async function call(path: string, key: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${url}${path}`, {
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    });
    return (await response.json()) as Answer;
  }

  /** A new key, whose jobs find nothing in the caches of others. */
  async function newKey(): Promise<string> {
    const { data } = await call('/keys', admin, {
      name: 'test',
      scopes: ['videos:write', 'videos:read', 'jobs:read', 'jobs:cancel'],
    });
    return String(data['key']);
  }

  /** Moving scenes of three seconds, each of which renders as a segment. */
  const video = (count: number, src = 'whole.mp4') => ({
    width: 320,
    height: 180,
    scenes: Array.from({ length: count }, (_, index) => ({
      duration: 3,
      'background-color': `#${(0x100000 + index * 0x0345).toString(16)}`,
      elements: [
        {
          type: 'video',
          src: `http://${address}/${index === 1 ? src : 'whole.mp4'}`,
          loop: true,
          volume: 0,
          height: 150,
        },
        { type: 'text', text: `Scene ${index}` },
      ],
    })),
  });
  const SMALL = { width: 64, height: 64, scenes: [{ duration: 1, elements: [] }] };

  async function submit(key: string, config: unknown): Promise<string> {
    const answer = await call('/videos', key, config);
    expect(answer).toMatchObject({ status: 'pending' });
    return String(answer['job_id']);
  }

  async function until(id: string, key: string, isWanted: (status: Answer) => boolean) {
    for (const end = Date.now() + PATIENCE_MS; ; await delay(100)) {
      const status = await call(`/jobs/${id}/status`, key);
      if (isWanted(status)) return status;
      if (Date.now() > end || status['status'] === 'failed') {
        const logs = workers.map(({ stdout }) => stdout.slice(-2_000)).join('\n');
        throw new Error(`still ${JSON.stringify(status)}\n${logs}`);
      }
    }
  }

  const isCompleted = ({ status }: Answer) => status === 'completed';

  async function hashOf(id: string, key: string): Promise<string> {
    const response = await fetch(`${url}/videos/${id}/download`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(response.status).toBe(200);
    const bytes = Buffer.from(await response.arrayBuffer());
    return createHash('sha256').update(bytes).digest('hex');
  }

  /** Who rendered how many segments, from the logs. */
  function spreadOf(id: string): Spread | null {
    const lines = workers.flatMap(({ stdout }) => stdout.split('\n'));
    const line = lines.find((text) => text.includes('"elsewhere"') && text.includes(id));
    return line === undefined ? null : (JSON.parse(line) as Spread);
  }

  /** The worker that has a job, or one that helps, by the working folders of their ffmpeg processes. */
  async function workerOf(id: string, isHelper: boolean): Promise<Program> {
    const root = join(dir, 'data/work', id);
    for (const end = Date.now() + PATIENCE_MS; ; await delay(20)) {
      for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
        const folder = await readlink(`/proc/${pid}/cwd`).catch(() => '');
        if (!folder.startsWith(root) || folder.includes('-help-') !== isHelper) continue;
        const worker = await ancestorOf(Number(pid));
        if (worker) return worker;
      }
      if (Date.now() > end) throw new Error('no worker renders');
    }
  }

  async function ancestorOf(pid: number): Promise<Program | undefined> {
    for (let at = pid; at > 1;) {
      const worker = workers.find((program) => program.pid === at);
      if (worker) return worker;
      at = await parentOf(at);
    }
    return undefined;
  }

  /** A process and all that it has started. */
  async function treeOf(root: number): Promise<number[]> {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
    const parents = await Promise.all(pids.map(parentOf));
    const tree = [root];
    for (const pid of tree) tree.push(...pids.filter((_pid, index) => parents[index] === pid));
    return tree;
  }

  async function parentOf(pid: number): Promise<number> {
    const text = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
    return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
  }

  async function rendersOf(id: string): Promise<number> {
    const root = join(dir, 'data/work', id);
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const folders = await Promise.all(
      pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')),
    );
    return folders.filter((folder) => folder.startsWith(root)).length;
  }

  async function nothingShared(): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; ; await delay(100)) {
      const files = await readdir(join(dir, 'data/plans'), { recursive: true }).catch(() => []);
      const work = await readdir(join(dir, 'data/work')).catch(() => []);
      if (files.length + work.length === 0) return;
      if (Date.now() > end) throw new Error(`left: ${[...files, ...work].join(', ')}`);
    }
  }

  it('is the same file with the same warnings as on one', async () => {
    await startWorkers(1);
    const [alone, together] = [await newKey(), await newKey()];
    const config = video(10, 'damaged.mp4');
    const first = await submit(alone, config);
    await until(first, alone, isCompleted);
    expect(spreadOf(first)).toBeNull();
    await startWorkers(2);
    const second = await submit(together, config);
    await until(second, together, isCompleted);
    expect(Object.keys(spreadOf(second)!.elsewhere).length).toBeGreaterThan(0);
    expect(await hashOf(second, together)).toBe(await hashOf(first, alone));
    const warnings = async (id: string, key: string) =>
      (await call(`/jobs/${id}`, key)).data['warnings'];
    expect(await warnings(first, alone)).toEqual([
      expect.stringContaining('some of its pictures cannot be decoded') as string,
    ]);
    expect(await warnings(second, together)).toEqual(await warnings(first, alone));
    await nothingShared();
  }, 600_000);

  it('stops within seconds on all of them when it is cancelled', async () => {
    const key = await newKey();
    const id = await submit(key, video(100));
    await workerOf(id, true);
    await call(`/jobs/${id}/cancel`, key, {});
    for (const end = Date.now() + PATIENCE_MS; (await rendersOf(id)) > 0; await delay(50)) {
      expect(Date.now()).toBeLessThan(end);
    }
    await nothingShared();
  }, 600_000);

  it('gives jobs of others their turn before it is done', async () => {
    const [long, short] = [await newKey(), await newKey()];
    const id = await submit(long, video(120));
    await workerOf(id, true);
    for (let turn = 0; turn < 3; turn++) {
      await until(await submit(short, SMALL), short, isCompleted);
    }
    expect(await call(`/jobs/${id}/status`, long)).toMatchObject({ status: 'processing' });
    await call(`/jobs/${id}/cancel`, long, {});
    await nothingShared();
  }, 600_000);

  it('is completed in its first attempt when a worker dies that helps', async () => {
    const key = await newKey();
    const id = await submit(key, video(16));
    const helper = await workerOf(id, true);
    workers = workers.filter((worker) => worker !== helper);
    await helper.stop('SIGKILL');
    await until(id, key, isCompleted);
    expect((await call(`/jobs/${id}`, key)).data).toMatchObject({ attempt: 1 });
    await nothingShared();
  }, 600_000);

  onlyLong(
    'is completed in its first attempt when the machine vanishes of a worker that helps',
    async () => {
      await startWorkers(Math.max(0, 2 - workers.length));
      const key = await newKey();
      const id = await submit(key, video(30));
      const helper = await workerOf(id, true);
      workers = workers.filter((worker) => worker !== helper);
      // Its connections stay open, and nothing answers: as if the network was gone.
      const pids = await treeOf(helper.pid);
      for (const pid of pids) process.kill(pid, 'SIGSTOP');
      try {
        await until(id, key, isCompleted);
        expect((await call(`/jobs/${id}`, key)).data).toMatchObject({ attempt: 1 });
        await nothingShared();
      } finally {
        for (const pid of pids.reverse()) process.kill(pid, 'SIGKILL');
        await helper.ended;
      }
    },
    600_000,
  );

  onlyLong(
    'is resumed with all finished segments when the worker dies that has it',
    async () => {
      const key = await newKey();
      const id = await submit(key, video(40));
      await workerOf(id, true);
      await until(id, key, ({ progress }) => (progress as number) > 50);
      const holder = await workerOf(id, false);
      workers = workers.filter((worker) => worker !== holder);
      await holder.stop('SIGKILL');
      await startWorkers(1);
      await until(id, key, isCompleted);
      expect((await call(`/jobs/${id}`, key)).data).toMatchObject({ attempt: 2 });
      const { data } = await call(`/videos/${id}`, key);
      expect((data['segments'] as { cached: number }).cached).toBeGreaterThan(0);
      await nothingShared();
    },
    600_000,
  );

  it('stays with workers that would make the same bytes', async () => {
    await stopWorkers();
    const bundled = createRequire(import.meta.url);
    const paths = {
      VIDEOCRAFT_FFMPEG_PATH: (bundled('@ffmpeg-installer/ffmpeg') as { path: string }).path,
      VIDEOCRAFT_FFPROBE_PATH: (bundled('@ffprobe-installer/ffprobe') as { path: string }).path,
    };
    await startWorkers(1);
    await startWorkers(1, paths);
    const key = await newKey();
    const id = await submit(key, video(10));
    await until(id, key, isCompleted);
    expect(spreadOf(id)).toBeNull();
    await nothingShared();
  }, 600_000);
});
