import type { PgBoss } from 'pg-boss';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { JobQueries } from '../../src/engine/jobs/job-queries.js';
import type { AttemptStore } from '../../src/engine/jobs/attempt-store.js';
import type { JobStore, NewJob } from '../../src/engine/jobs/job-store.js';
import type { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { shiftTurns } from '../../src/engine/jobs/turns.js';
import { videoResult } from '../support/service.js';
import { jobQueries } from '../support/database.js';
import { type JobTables, openJobTables } from '../support/job-tables.js';

const BY = { keyId: 'operator', requestId: null };

describe('the turns of jobs', () => {
  let tables: JobTables;
  let dataSource: DataSource;
  let queue: RenderQueue;
  let attempts: AttemptStore;
  let store: JobStore;
  let jobs: JobQueries;
  let keys = 0;

  beforeAll(async () => {
    tables = await openJobTables();
    ({ dataSource, queue, attempts, store } = tables);
    jobs = jobQueries(dataSource);
  }, 120_000);

  beforeEach(async () => {
    keys = 0;
    await dataSource.query(
      'TRUNCATE jobs, job_assets, batches, idempotency_keys, audit_events, key_usage, key_counts',
    );
    await dataSource.query('DELETE FROM pgboss.job');
    await dataSource.query('UPDATE queue_turns SET turn = 0, base = 0');
  });

  afterAll(async () => {
    await tables.close();
    expect(tables.queueErrors).toEqual([]);
  }, 60_000);

  /** Submits jobs of a key in batches of at most 500. Their IDs start with their names, such as `a3`. */
  const names = new Map<string, string>();
  async function submit(keyId: string, count: number, priority = 0): Promise<string[]> {
    const ids: string[] = [];
    for (let left = count; left > 0; left -= 500) {
      const some = Array.from({ length: Math.min(500, left) }, (): NewJob => {
        const id = uuidv7();
        names.set(id, `${keyId}${keys++}`);
        return { id, keyId, requestId: 'r', config: {}, priority };
      });
      ids.push(...some.map(({ id }) => id));
      await store.acceptAll(some as [NewJob, ...NewJob[]], null, null);
    }
    return ids;
  }

  /** Takes messages as a worker does, without waiting for its polls. Returns the names of their jobs. */
  async function run(
    most: number,
    each: (jobId: string) => Promise<void>,
    { complete = true } = {},
  ): Promise<string[]> {
    const order: string[] = [];
    const { boss } = queue as unknown as { boss: PgBoss };
    while (order.length < most) {
      const options = { batchSize: 1, ...queue.fetching };
      const [message] = await boss.fetch<{ jobId: string }>('render', options);
      if (!message) return order;
      order.push(names.get(message.data.jobId)!);
      await each(message.data.jobId);
      if (complete) await boss.complete('render', message.id);
    }
    return order;
  }

  const claimed = async (jobId: string) => void (await attempts.claim(jobId, 'w'));
  const completed = async (jobId: string) => {
    const claim = await attempts.claim(jobId, 'w');
    if (claim) await attempts.complete(claim, videoResult(jobId), [], []);
  };
  const keysOf = (order: readonly string[]) => order.map((name) => name.replace(/\d+$/, ''));

  it("start another key's job before the rest of two thousand", async () => {
    await submit('hog', 2_000);
    expect(keysOf(await run(3, completed))).toEqual(['hog', 'hog', 'hog']);
    const [own] = await submit('b', 1);
    expect((await jobs.clock(own!, null)).queuePosition).toBe(1);
    expect(keysOf(await run(3, completed))).toEqual(['b', 'hog', 'hog']);
  }, 120_000);

  it('alternate between keys, each in the order of its jobs', async () => {
    await submit('a', 4);
    await submit('b', 2);
    await submit('c', 2);
    const order = await run(8, completed);
    expect([...keysOf(order.slice(0, 3))].sort()).toEqual(['a', 'b', 'c']);
    expect([...keysOf(order.slice(3, 6))].sort()).toEqual(['a', 'b', 'c']);
    expect(keysOf(order.slice(6))).toEqual(['a', 'a']);
    for (const key of ['a', 'b', 'c']) {
      const own = order.filter((name) => name.startsWith(key)).map((name) => Number(name.slice(1)));
      expect(own).toEqual([...own].sort((x, y) => x - y));
    }
  }, 60_000);

  it('give no credit for idle time, and take none away for past jobs', async () => {
    await submit('busy', 50);
    await run(50, completed);
    await submit('idle', 4);
    await submit('busy', 4);
    const first = keysOf(await run(6, completed));
    expect(first.filter((key) => key === 'busy').length).toBeGreaterThanOrEqual(2);
    expect(first.filter((key) => key === 'idle').length).toBeGreaterThanOrEqual(3);
  }, 60_000);

  it('do not count jobs that were cancelled', async () => {
    const ids = await submit('a', 200);
    for (const id of ids) await store.cancel(id, BY);
    await submit('b', 5);
    await submit('a', 1);
    expect(keysOf(await run(6, completed)).indexOf('a')).toBeLessThan(2);
  }, 60_000);

  it('start higher priorities first, whatever the turns', async () => {
    await submit('a', 3, -1);
    await submit('a', 3);
    await submit('b', 2, 5);
    expect(keysOf(await run(8, completed))).toEqual(['b', 'b', 'a', 'a', 'a', 'a', 'a', 'a']);
  }, 60_000);

  it('are the order that positions in the queue say', async () => {
    await submit('a', 6);
    await submit('b', 3);
    await submit('c', 2, 1);
    await submit('c', 1, -5);
    const waiting = await dataSource.query<{ id: string; key_id: string }[]>(
      `SELECT id, key_id FROM jobs`,
    );
    const placed = await Promise.all(
      waiting.map(async ({ id, key_id }) => ({
        name: names.get(id)!,
        all: (await jobs.clock(id, null)).queuePosition!,
        own: (await jobs.clock(id, key_id)).queuePosition!,
      })),
    );
    const expected = [...placed].sort((x, y) => x.all - y.all);
    expect(expected.map(({ all }) => all)).toEqual(expected.map((_, index) => index + 1));
    const order = await run(12, completed);
    expect(order).toEqual(expected.map(({ name }) => name));
    for (const key of ['a', 'b', 'c']) {
      const own = expected.filter(({ name }) => name.startsWith(key));
      expect(own.map((job) => job.own)).toEqual(own.map((_, index) => index + 1));
    }
  }, 60_000);

  it('stay in order when they are counted from a later turn', async () => {
    await submit('a', 30);
    await run(10, completed);
    await submit('b', 2);
    await submit('b', 2, -1);
    const shift = () => dataSource.transaction((manager) => shiftTurns(manager, queue.messages, 5));
    await Promise.all([shift(), submit('c', 1), shift(), submit('d', 1)]);
    const [{ base, priorities }] = await dataSource.query<[{ base: number; priorities: number[] }]>(
      `SELECT (SELECT base::int FROM queue_turns WHERE priority = 0) AS base,
         (SELECT array_agg(DISTINCT priority) FROM pgboss.job WHERE name = 'render' AND state = 'created'
            AND priority > -1000) AS priorities`,
    );
    expect(base).toBe(10);
    expect(Math.min(...priorities)).toBeGreaterThanOrEqual(-20);
    const order = keysOf(await run(26, completed));
    expect(order.slice(0, 3).sort()).toEqual(['b', 'c', 'd']);
    expect(order.slice(-2)).toEqual(['b', 'b']);
  }, 60_000);

  it('leave jobs over the running limit of their key waiting, without holding up others', async () => {
    await dataSource.query(
      `INSERT INTO api_keys (id, name, hash, scopes, limits)
       VALUES ('few', 'few', sha256('x'), '{videos:write}', '{"runningJobs": 2}')`,
    );
    await submit('few', 20);
    await submit('b', 3);
    const order = await run(23, claimed, { complete: false });
    expect(keysOf(order).sort()).toEqual(['b', 'b', 'b', 'few', 'few']);
  }, 60_000);
});
