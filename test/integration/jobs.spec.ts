import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { JobFailure } from '../../src/core/job/job-failure.js';
import type { AuditLog } from '../../src/engine/audit/audit-log.js';
import type { JobQueries } from '../../src/engine/jobs/job-queries.js';
import { loadConfig } from '../../src/config/load-config.js';
import { AttemptStore } from '../../src/engine/jobs/attempt-store.js';
import { JobStore } from '../../src/engine/jobs/job-store.js';
import type { VideoResult } from '../../src/engine/jobs/job-result.js';
import { AttemptQueries } from '../../src/engine/jobs/attempt-queries.js';
import { WorkerLock } from '../../src/engine/workers/worker-lock.js';
import { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import {
  auditLog,
  batchStore,
  jobQueries,
  startTestServer,
  type TestServer,
} from '../support/database.js';

const RESULT: VideoResult = {
  folder: 'a',
  files: [
    { name: 'video.mp4', kind: 'video', contentType: 'video/mp4', sizeBytes: 10, sha256: '00' },
  ],
  durationSeconds: 1,
  width: 16,
  height: 16,
  frameRate: 30,
  frames: 30,
  videoCodec: 'h264',
  audioCodec: 'aac',
  subtitles: null,
  segments: { total: 1, cached: 0 },
  maxDriftFrames: 0,
};

describe('jobs in Postgres', () => {
  let server: TestServer;
  let dataSource: DataSource;
  let queue: RenderQueue;
  let attempts: AttemptStore;
  let store: JobStore;
  let queries: AttemptQueries;
  let jobs: JobQueries;
  let audit: AuditLog;
  const queueErrors: Error[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    const database = await server.database();
    dataSource = database.dataSource;
    queue = new RenderQueue(database.url, (error) => queueErrors.push(error));
    await queue.start();
    attempts = new AttemptStore(dataSource, queue);
    store = new JobStore(dataSource, queue, loadConfig({}));
    queries = new AttemptQueries(dataSource);
    jobs = jobQueries(dataSource);
    audit = auditLog(dataSource);
  }, 120_000);

  afterAll(async () => {
    await queue.stop(5_000);
    await server.stop();
    expect(queueErrors).toEqual([]);
  }, 60_000);

  async function accepted(): Promise<string> {
    const id = uuidv7();
    await store.accept({ id, keyId: 'k', requestId: 'r', config: { scenes: [] } });
    return id;
  }

  async function count(sql: string, id: string): Promise<number> {
    const rows = await dataSource.query<{ n: number }[]>(sql, [id]);
    return rows[0]?.n ?? -1;
  }

  const messages = (id: string) =>
    count(`SELECT count(*)::int AS n FROM pgboss.job WHERE data->>'jobId' = $1`, id);
  const types = async (id: string) => (await audit.ofJob(id)).map((event) => event.type);

  it('commits the row, the first audit event and the message together', async () => {
    const id = await accepted();
    expect(await jobs.find(id)).toMatchObject({ status: 'pending', progress: 0, attempt: 0 });
    expect(await types(id)).toEqual(['job.accepted']);
    expect(await messages(id)).toBe(1);
  });

  it('writes none of the three after a rollback', async () => {
    const id = uuidv7();
    const broken = new JobStore(
      dataSource,
      {
        messages: {
          send: async (...args: Parameters<RenderQueue['messages']['send']>) => {
            await queue.messages.send(...args);
            throw new Error('the connection was lost');
          },
        },
      } as unknown as RenderQueue,
      loadConfig({}),
    );
    await expect(broken.accept({ id, keyId: 'k', requestId: 'r', config: {} })).rejects.toThrow(
      'the connection was lost',
    );
    expect(await jobs.find(id)).toBeNull();
    expect(await types(id)).toEqual([]);
    expect(await messages(id)).toBe(0);
  });

  it('lets only the current attempt finish the job', async () => {
    const id = await accepted();
    const first = (await attempts.claim(id, 'worker-1'))!;
    const second = (await attempts.claim(id, 'worker-2'))!;
    expect([first.attempt, second.attempt]).toEqual([1, 2]);
    expect(await attempts.complete(first, RESULT, [], [])).toBe(false);
    expect(await attempts.fail(first, new JobFailure('RENDER_FAILED', 'x'), [])).toBe(false);
    expect(await attempts.complete(second, RESULT, [], ['a warning'])).toBe(true);
    expect(await jobs.find(id)).toMatchObject({
      status: 'completed',
      progress: 100,
      result: RESULT,
      warnings: ['a warning'],
    });
    expect(await types(id)).toEqual([
      'job.accepted',
      'job.started',
      'job.started',
      'job.completed',
    ]);
    expect(await attempts.claim(id, 'worker-3')).toBeNull();
  });

  it('never decreases progress within an attempt', async () => {
    const id = await accepted();
    const claim = (await attempts.claim(id, 'w'))!;
    await attempts.report(claim, { progress: 40, step: 'segments', steps: [] });
    await attempts.report(claim, { progress: 30, step: 'segments', steps: [] });
    expect(await jobs.find(id)).toMatchObject({ progress: 40, currentStep: 'segments' });
  });

  it('takes a canceled job away from its worker', async () => {
    const id = await accepted();
    const claim = (await attempts.claim(id, 'w'))!;
    expect(await store.cancel(id, { keyId: 'k2', requestId: 'r2' })).toBe(true);
    expect(await attempts.report(claim, { progress: 1, step: 'fetch', steps: [] })).toBe(false);
    expect(await attempts.complete(claim, RESULT, [], [])).toBe(false);
    expect(await store.cancel(id, { keyId: 'k2', requestId: 'r3' })).toBe(false);
    const events = await audit.ofJob(id);
    expect(events.at(-1)).toMatchObject({ type: 'job.cancelled', keyId: 'k2', requestId: 'r2' });
  });

  it('removes the message of a cancelled job that no worker has claimed', async () => {
    const by = { keyId: 'k', requestId: 'r' };
    const [cancelled, deleted, kept] = [await accepted(), await accepted(), await accepted()];
    expect(await store.cancel(cancelled, by)).toBe(true);
    expect(await store.remove(deleted, by, async () => {})).toBe(true);
    expect(await messages(cancelled)).toBe(0);
    expect(await messages(deleted)).toBe(0);
    expect(await messages(kept)).toBe(1);

    const batchId = uuidv7();
    const ids = [uuidv7(), uuidv7(), uuidv7()];
    const [first, ...rest] = ids.map((id) => ({ id, keyId: 'k', requestId: 'r', config: {} }));
    await store.acceptAll([first!, ...rest], batchId, null);
    await attempts.claim(ids[1]!, 'w');
    expect(await batchStore(dataSource, queue).cancel(batchId, by)).toBe(3);
    // The worker of the second ends its message itself.
    expect(await Promise.all(ids.map(messages))).toEqual([0, 1, 0]);
    expect((await types(ids[1]!)).slice(-1)).toEqual(['job.cancelled']);
  });

  it('keeps the message if the cancellation is rolled back', async () => {
    const id = await accepted();
    const by = { keyId: 'k', requestId: 'r' };
    const removal = store.remove(id, by, () => Promise.reject(new Error('the disk is broken')));
    await expect(removal).rejects.toThrow('the disk is broken');
    expect(await messages(id)).toBe(1);
  });

  it('puts a returned job back into the queue', async () => {
    const id = await accepted();
    const claim = (await attempts.claim(id, 'w'))!;
    expect(await attempts.release(claim, null, { reason: 'stopped' })).toBe(true);
    expect(await jobs.find(id)).toMatchObject({ status: 'pending', workerId: null });
    expect(await messages(id)).toBe(1);
    expect((await audit.ofJob(id)).at(-1)).toMatchObject({
      type: 'job.handed_back',
      data: { reason: 'stopped' },
    });
    expect(await attempts.release(claim, null, { reason: 'stopped' })).toBe(false);
  });

  it('gives a job up after three attempts in which the worker died, however it is noticed', async () => {
    const id = await accepted();
    const first = (await attempts.claim(id, 'w1'))!;
    await attempts.release(first, null, { reason: 'worker_lost' });
    await attempts.claim(id, 'w2');
    // Nobody saw the second worker die: its job is still processed when it is claimed.
    const third = (await attempts.claim(id, 'w3'))!;
    expect(await attempts.giveUp(id, 'x', false)).toBe(true);
    expect(await jobs.find(id)).toMatchObject({ errorCode: 'WORKER_LOST', attempt: 3 });
    expect(await attempts.fail(third, new JobFailure('RENDER_FAILED', 'x'), [])).toBe(false);
  });

  it('refuses the fourth claim of a job that killed three workers', async () => {
    const id = await accepted();
    for (const worker of ['w1', 'w2', 'w3']) {
      const claim = (await attempts.claim(id, worker))!;
      await attempts.release(claim, null, { reason: 'worker_lost' });
    }
    expect(await attempts.claim(id, 'w4')).toBeNull();
    expect(await attempts.giveUp(id, 'x', false)).toBe(true);
  });

  it('counts no attempt as lost whose worker lives or was stopped', async () => {
    const id = await accepted();
    for (let outage = 0; outage < 5; outage++) {
      const claim = (await attempts.claim(id, 'w'))!;
      // Another worker takes the job over, and the first one comes back.
      const other = (await attempts.claim(id, 'other'))!;
      await attempts.acquit(claim);
      await attempts.release(other, null, { reason: 'stopped' });
    }
    expect(await queries.lostAttempts(id)).toBe(0);
    const last = (await attempts.claim(id, 'w'))!;
    expect(await attempts.giveUp(id, 'x', false)).toBe(false);
    // Nor can an attempt that still runs acquit itself of what others lost.
    await attempts.acquit(last);
    expect(await queries.lostAttempts(id)).toBe(0);
  });

  it('finds the attempts of workers whose lock is gone, and no others', async () => {
    const url = (dataSource.options as { url: string }).url;
    const lock = new WorkerLock(url, () => {});
    await lock.start();
    const [held, unlocked, old] = [await accepted(), await accepted(), await accepted()];
    await attempts.claim(held, lock.id, lock.isLocked);
    await attempts.claim(unlocked, 'no-lock');
    await attempts.claim(old, lock.id, true);
    // A worker of an earlier version sets only its ID.
    await dataSource.query(`UPDATE jobs SET worker_id = 'old' WHERE id = $1`, [old]);
    const abandoned = async () => (await queries.abandoned()).map(({ jobId }) => jobId);
    expect(await abandoned()).toEqual([]);
    await lock.stop();
    expect(await abandoned()).toEqual([held]);
    await store.cancel(held, { keyId: 'k', requestId: 'r' });
  });

  it('takes its lock again after its connection was ended', async () => {
    const url = (dataSource.options as { url: string }).url;
    const lock = new WorkerLock(url, () => {});
    await lock.start();
    expect(lock.isLocked).toBe(true);
    await dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'videocraft-worker'`,
    );
    while (lock.isLocked) await new Promise((resolve) => setTimeout(resolve, 5));
    while (!lock.isLocked) await new Promise((resolve) => setTimeout(resolve, 5));
    await lock.stop();
    expect(lock.isLocked).toBe(false);
  });

  it('records the reason of a failure', async () => {
    const id = await accepted();
    const claim = (await attempts.claim(id, 'w'))!;
    const failure = new JobFailure('SOURCE_NOT_FOUND', 'Check the address.', '/scenes/0');
    expect(await attempts.fail(claim, failure, [])).toBe(true);
    expect(await jobs.find(id)).toMatchObject({
      status: 'failed',
      errorCode: 'SOURCE_NOT_FOUND',
      errorMessage: 'Check the address.',
      errorPointer: '/scenes/0',
    });
  });

  it('wakes a worker for every accepted job', async () => {
    const ids = new Set([await accepted(), await accepted(), await accepted()]);
    await new Promise<void>((resolve, reject) => {
      queue
        .work(2, {
          run: async (jobId) => {
            ids.delete(jobId);
            if (ids.size === 0) resolve();
          },
          help: async () => {},
          lost: async () => {},
        })
        .catch(reject);
    });
    expect(ids.size).toBe(0);
  }, 30_000);
});
