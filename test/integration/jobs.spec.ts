import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { JobFailure } from '../../src/core/job/job-failure.js';
import type { AuditLog } from '../../src/engine/audit/audit-log.js';
import type { JobQueries } from '../../src/engine/jobs/job-queries.js';
import { loadConfig } from '../../src/config/load-config.js';
import { JobStore } from '../../src/engine/jobs/job-store.js';
import type { VideoResult } from '../../src/engine/jobs/job-result.js';
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
  let store: JobStore;
  let jobs: JobQueries;
  let audit: AuditLog;
  const queueErrors: Error[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    const database = await server.database();
    dataSource = database.dataSource;
    queue = new RenderQueue(database.url, (error) => queueErrors.push(error));
    await queue.start();
    store = new JobStore(dataSource, queue, loadConfig({}));
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
        send: async (...args: Parameters<RenderQueue['send']>) => {
          await queue.send(...args);
          throw new Error('the connection was lost');
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
    const first = (await store.claim(id, 'worker-1'))!;
    const second = (await store.claim(id, 'worker-2'))!;
    expect([first.attempt, second.attempt]).toEqual([1, 2]);
    expect(await store.complete(first, RESULT, [], [])).toBe(false);
    expect(await store.fail(first, new JobFailure('RENDER_FAILED', 'x'), [])).toBe(false);
    expect(await store.complete(second, RESULT, [], ['a warning'])).toBe(true);
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
    expect(await store.claim(id, 'worker-3')).toBeNull();
  });

  it('never decreases progress within an attempt', async () => {
    const id = await accepted();
    const claim = (await store.claim(id, 'w'))!;
    await store.report(claim, { progress: 40, step: 'segments', steps: [] });
    await store.report(claim, { progress: 30, step: 'segments', steps: [] });
    expect(await jobs.find(id)).toMatchObject({ progress: 40, currentStep: 'segments' });
  });

  it('takes a canceled job away from its worker', async () => {
    const id = await accepted();
    const claim = (await store.claim(id, 'w'))!;
    expect(await store.cancel(id, { keyId: 'k2', requestId: 'r2' })).toBe(true);
    expect(await store.report(claim, { progress: 1, step: 'fetch', steps: [] })).toBe(false);
    expect(await store.complete(claim, RESULT, [], [])).toBe(false);
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
    await store.claim(ids[1]!, 'w');
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
    const claim = (await store.claim(id, 'w'))!;
    await store.handBack(claim);
    expect(await jobs.find(id)).toMatchObject({ status: 'pending', workerId: null });
    expect(await messages(id)).toBe(2);
    await store.handBack(claim);
    expect(await messages(id)).toBe(2);
  });

  it('records the reason of a failure', async () => {
    const id = await accepted();
    const claim = (await store.claim(id, 'w'))!;
    const failure = new JobFailure('SOURCE_NOT_FOUND', 'Check the address.', '/scenes/0');
    expect(await store.fail(claim, failure, [])).toBe(true);
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
          lost: async () => {},
        })
        .catch(reject);
    });
    expect(ids.size).toBe(0);
  }, 30_000);
});
