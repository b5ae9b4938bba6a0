import { jest } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../../src/engine/database/data-source.js';
import { prepared } from '../../src/engine/database/prepared.js';
import { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { startTestServer, type TestServer } from '../support/database.js';
import { queuedJob } from '../support/queued-job.js';
import { DatabaseLink } from '../support/database-link.js';

/** Short, so that the test does not wait long. */
const LIMIT_MS = 500;

describe('connections to the database', () => {
  let server: TestServer;
  let url: string;
  let link: DatabaseLink;
  let source: DataSource;
  const uncaught: unknown[] = [];
  const note = (error: unknown) => uncaught.push(error);

  beforeAll(async () => {
    server = await startTestServer();
    ({ url } = await server.database());
  }, 60_000);

  afterAll(() => server.stop());

  beforeEach(async () => {
    process.on('uncaughtException', note);
    link = await DatabaseLink.to(url);
    const options = dataSourceOptions(link.through(url));
    const extra = { ...(options.extra as object), query_timeout: LIMIT_MS };
    source = await new DataSource({ ...options, extra }).initialize();
  });

  afterEach(async () => {
    await source.destroy();
    await link.close();
    process.off('uncaughtException', note);
    expect(uncaught.splice(0)).toEqual([]);
  });

  const ask = () => source.query('SELECT 1 AS one');

  it('leave the pool when the server has gone silent', async () => {
    await Promise.all(Array.from({ length: 5 }, ask));
    expect(link.connections).toBe(5);
    link.silence();
    await expect(ask()).rejects.toThrow('The database did not answer within 0.5 s');
    // All five, though only one was asked.
    expect(await ask()).toEqual([{ one: 1 }]);
    expect(link.connections).toBe(1);
  });

  it('leave the pool when they go silent within a transaction', async () => {
    const broken = source.transaction(async (manager) => {
      await manager.query('SELECT 1');
      link.silence();
      await manager.query('SELECT 2');
    });
    await expect(broken).rejects.toThrow('did not answer');
    expect(await ask()).toEqual([{ one: 1 }]);
  });

  it('leave the pool when the server has become read-only', async () => {
    await source.query('CREATE TABLE IF NOT EXISTS written (id int)');
    await source.query('SET default_transaction_read_only = on');
    await expect(source.query('INSERT INTO written VALUES (1)')).rejects.toThrow('read-only');
    await source.query('INSERT INTO written VALUES (1)');
  });

  it('prepare marked statements, and leave the pool when a change of the schema breaks one', async () => {
    await source.query('CREATE TABLE changing AS SELECT 1 AS key, 1 AS value');
    const marked = prepared('SELECT value FROM changing WHERE key = $1');
    const plain = 'SELECT value + 1 AS next FROM changing WHERE key = $1';
    const known = () => source.query('SELECT statement FROM pg_prepared_statements');
    expect(await source.query(marked, [1])).toEqual([{ value: 1 }]);
    expect(await source.query(plain, [1])).toEqual([{ next: 2 }]);
    expect(await known()).toEqual([{ statement: marked }]);
    await source.query('ALTER TABLE changing ALTER value TYPE text');
    await expect(source.query(marked, [1])).rejects.toThrow('must not change result type');
    expect(await source.query(marked, [1])).toEqual([{ value: '1' }]);
    // The sessions of a pooler are those of others, too.
    const options = dataSourceOptions(link.through(url), { pooled: true });
    const pooled = await new DataSource(options).initialize();
    await pooled.query(marked, [1]);
    expect(await pooled.query('SELECT statement FROM pg_prepared_statements')).toEqual([]);
    await pooled.destroy();
  });

  it('wait for a change of the schema as long as it takes', async () => {
    await source.query(`CREATE TABLE slow AS SELECT pg_sleep(${(LIMIT_MS * 3) / 1000})::text`);
    expect(await source.query('SELECT count(*)::int AS rows FROM slow')).toEqual([{ rows: 1 }]);
  });

  it('may be ended as they are established, which ends nothing else', async () => {
    link.cut();
    await delay(50);
    link.mode = 'ends-new';
    await expect(ask()).rejects.toThrow(/terminat|not queryable/);
    await expect(source.transaction((manager) => manager.query('SELECT 1'))).rejects.toThrow(
      /terminat|not queryable/,
    );
    await expect(migrate(link.through(url))).rejects.toThrow(/terminat|not queryable/);
    link.mode = 'passes';
    expect(await ask()).toEqual([{ one: 1 }]);
  });

  it('of the queue may be ended as they are established, and the queue goes on', async () => {
    const queue = new RenderQueue(link.through(url), () => {});
    await queue.start();
    const jobs: string[] = [];
    await queue.work(1, {
      run: async (id) => void jobs.push(id),
      help: async () => {},
      lost: async () => {},
    });
    link.mode = 'ends-new';
    link.cut();
    await delay(3_000);
    link.mode = 'passes';
    const id = '0198d6f0-0000-7000-8000-000000000001';
    await delay(1_500);
    await source.transaction((manager) => queue.messages.send(manager, queuedJob(id)));
    while (jobs.length === 0) await delay(50);
    expect(jobs).toEqual([id]);
    await queue.stop(1_000);
  });

  it.each([-3_600_000, 3_600_000])(
    'of the queue do not wait longer when the clock jumps by %d ms',
    async (jump) => {
      // Without the direct URL, nothing but the time wakes the worker.
      const queue = new RenderQueue(url, () => {}, { directUrl: null });
      await queue.start();
      const jobs: string[] = [];
      const clock = jest.spyOn(Date, 'now');
      const run = async (id: string) => {
        jobs.push(id);
        const now = Date.now() + jump;
        clock.mockImplementation(() => now);
      };
      try {
        await queue.work(1, { run, help: async () => {}, lost: async () => {} });
        for (const count of [1, 2]) {
          const id = `0198d6f0-0000-7000-8000-00000000${jump > 0 ? 10 : 20}0${count}`;
          await source.transaction((manager) => queue.messages.send(manager, queuedJob(id)));
          while (jobs.length < count) await delay(50);
        }
      } finally {
        clock.mockRestore();
        await queue.stop(1_000);
      }
      expect(jobs.length).toBe(2);
    },
    60_000,
  );
});
