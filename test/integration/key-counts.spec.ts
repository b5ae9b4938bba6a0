import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { JobFailure } from '../../src/core/job/job-failure.js';
import type { BatchStore } from '../../src/engine/jobs/batch-store.js';
import type { Attempt } from '../../src/engine/jobs/attempt.js';
import type { AttemptStore } from '../../src/engine/jobs/attempt-store.js';
import type { JobStore, NewJob } from '../../src/engine/jobs/job-store.js';
import { batchStore } from '../support/database.js';
import { type JobTables, openJobTables } from '../support/job-tables.js';
import { videoResult } from '../support/service.js';

const BY = { keyId: 'operator', requestId: null };
const KEYS = ['a', 'b', 'c'];
const STEPS = 150;
const SEEDS = process.env['SEED'] ? [Number(process.env['SEED'])] : [1, 2, 3];

/** A small generator of numbers from 0 to below 1 (mulberry32), so that a seed repeats a history. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('the counts of a key', () => {
  let tables: JobTables;
  let dataSource: DataSource;
  let attempts: AttemptStore;
  let store: JobStore;
  let batches: BatchStore;

  beforeAll(async () => {
    tables = await openJobTables();
    ({ dataSource, attempts, store } = tables);
    batches = batchStore(dataSource, tables.queue);
  }, 120_000);

  afterAll(() => tables.close(), 60_000);

  const counted = () =>
    dataSource.query<object[]>(
      `SELECT key_id, sum(pending)::int AS pending, sum(processing)::int AS processing,
         sum(completed)::int AS completed, sum(failed)::int AS failed,
         sum(cancelled)::int AS cancelled, sum(kept_bytes)::int AS bytes
       FROM key_counts GROUP BY key_id
       HAVING sum(pending + processing + completed + failed + cancelled) > 0 ORDER BY key_id`,
    );
  const recounted = () =>
    dataSource.query<object[]>(
      `SELECT key_id, (count(*) FILTER (WHERE status = 'pending'))::int AS pending,
         (count(*) FILTER (WHERE status = 'processing'))::int AS processing,
         (count(*) FILTER (WHERE status = 'completed'))::int AS completed,
         (count(*) FILTER (WHERE status = 'failed'))::int AS failed,
         (count(*) FILTER (WHERE status = 'cancelled'))::int AS cancelled,
         (11 * count(*) FILTER (WHERE status = 'completed' AND deleted_at IS NULL))::int AS bytes
       FROM jobs GROUP BY key_id ORDER BY key_id`,
    );

  /** Steps of clients and workers. Most meet jobs in states that they do not expect. */
  async function step(chance: () => number, ids: string[], batchIds: string[]): Promise<void> {
    const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(chance() * from.length)];
    const id = pick(ids) ?? uuidv7();
    const attempt: Attempt = { jobId: id, attempt: 1 + Math.floor(chance() * 2) };
    const claim = { ...attempt, keyId: '', config: {}, failedAttempts: 0 };
    const submit = async (count: number, batchId: string | null) => {
      const keyId = pick(KEYS)!;
      const jobs = Array.from({ length: count }, (): NewJob => {
        return {
          id: uuidv7(),
          keyId,
          requestId: 'r',
          config: {},
          priority: -1 + Math.floor(chance() * 2),
        };
      });
      await store.acceptAll(jobs as [NewJob, ...NewJob[]], batchId, null);
      ids.push(...jobs.map((job) => job.id));
      if (batchId) batchIds.push(batchId);
    };
    const steps: (() => Promise<unknown>)[] = [
      () => submit(1, null),
      () => submit(1 + Math.floor(chance() * 60), uuidv7()),
      () => attempts.claim(id, 'w'),
      () => attempts.claim(id, 'w'),
      () => attempts.complete(claim, videoResult(id), [], []),
      () => attempts.fail(attempt, new JobFailure('RENDER_FAILED', 'x'), null),
      () => attempts.release(attempt, null, { reason: 'stopped' }),
      () => attempts.report(claim, { progress: 1, step: 'fetch', steps: [] }),
      () => attempts.giveUp(id, 'x', true),
      () => store.cancel(id, BY),
      () => store.remove(id, BY, async () => {}),
      // Files that cannot be removed undo the deletion.
      () => store.remove(id, BY, () => Promise.reject(new Error('EROFS'))).catch(() => {}),
      () => batches.cancel(pick(batchIds) ?? uuidv7(), BY),
      () => dataSource.query('DELETE FROM jobs WHERE id = $1', [id]),
      // A process that is killed in the middle of a transaction.
      () =>
        dataSource
          .transaction(async (manager) => {
            await manager.query(
              `UPDATE jobs SET status = 'cancelled' WHERE id = $1
              AND status IN ('pending', 'processing')`,
              [id],
            );
            throw new Error('killed');
          })
          .catch(() => {}),
    ];
    await pick(steps)!();
  }

  it.each(SEEDS)(
    'equal a recount after a random history (SEED=%d)',
    async (seed) => {
      const chance = random(seed);
      const ids: string[] = [];
      const batchIds: string[] = [];
      for (let n = 0; n < STEPS; n += 5) {
        // At the same time, as the clients and workers of several processes do.
        await Promise.all(Array.from({ length: 5 }, () => step(chance, ids, batchIds)));
      }
      expect(await counted()).toEqual(await recounted());
      expect((await counted()).length).toBe(KEYS.length);
    },
    120_000,
  );

  it('say how many seconds of video were finished today, for each video of a job', async () => {
    const id = uuidv7();
    await store.accept({ id, keyId: 'seconds', requestId: 'r', config: {} });
    const result = videoResult(id);
    const [video] = result.files;
    const claim = (await attempts.claim(id, 'w'))!;
    const done = { ...result, durationSeconds: 2.5, files: [video!, { ...video!, name: 'b.mp4' }] };
    await attempts.complete(claim, done, [], []);
    await store.remove(id, BY, async () => {});
    expect(
      await dataSource.query(
        `SELECT sum(day_ms)::int AS ms, sum(kept_bytes)::int AS bytes FROM key_counts
         WHERE key_id = 'seconds'`,
      ),
    ).toEqual([{ ms: 5_000, bytes: 0 }]);
  });
});
