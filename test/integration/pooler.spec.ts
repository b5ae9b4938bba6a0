import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { loadConfig } from '../../src/config/load-config.js';
import { dataSourceOptions } from '../../src/engine/database/data-source.js';
import { prepareDatabase } from '../../src/engine/database/prepare-database.js';
import { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { startService } from '../../src/start-service.js';
import { startTestServer, type TestServer } from '../support/database.js';
import { type Pooler, startPooler } from '../support/pooler.js';
import { ADMIN_KEY } from '../support/service.js';
import { queuedJob } from '../support/queued-job.js';
import { describeUnless, missingProgram } from '../support/skip.js';

const MISSING = await missingProgram('pgbouncer');
/** One for each test, as the queue takes an ID once. */
const JOBS = ['0198d6f0-0000-7000-8000-000000000001', '0198d6f0-0000-7000-8000-000000000002'];

describeUnless(MISSING)('PgBouncer in transaction mode', () => {
  let server: TestServer;
  let pooler: Pooler;
  let direct: string;
  let url: string;

  beforeAll(async () => {
    server = await startTestServer();
    ({ url: direct } = await server.database());
    pooler = await startPooler(direct);
    url = pooler.through(direct);
  }, 120_000);

  afterAll(async () => {
    await pooler.stop();
    await server.stop();
  }, 60_000);

  async function ask(at: string, statement: string): Promise<unknown[]> {
    const client = new Client({ connectionString: at });
    await client.connect();
    const { rows } = await client.query<object>(statement);
    await client.end();
    return rows.flatMap((row) => Object.values(row) as unknown[]);
  }

  it('is told from Postgres itself', async () => {
    const found = await prepareDatabase(direct, { directDatabaseUrl: null, migrateDatabase: true });
    expect(found).toEqual({
      urls: { databaseUrl: direct, directDatabaseUrl: direct },
      warnings: [],
    });
    const pooled = await prepareDatabase(url, {
      directDatabaseUrl: direct,
      migrateDatabase: true,
    });
    expect(pooled).toEqual({ urls: { databaseUrl: url, directDatabaseUrl: direct }, warnings: [] });
    // A new session of the role has the setting that the pooler cannot pass on.
    expect(await ask(direct, 'SHOW random_page_cost')).toEqual(['1.1']);
  }, 120_000);

  it.each([
    ['with the direct URL, which hears of jobs', JOBS[0]!, () => direct],
    ['without it', JOBS[1]!, () => null],
  ])(
    'carries the queue and transactions %s',
    async (_, job, directUrl) => {
      const { urls, warnings } = await prepareDatabase(url, {
        directDatabaseUrl: directUrl(),
        migrateDatabase: true,
      });
      expect(warnings.join()).toMatch(directUrl() ? /^$/ : /VIDEOCRAFT_DATABASE_DIRECT_URL/);
      const source = await new DataSource(
        dataSourceOptions(urls.databaseUrl, { pooled: true }),
      ).initialize();
      const errors: string[] = [];
      const queue = new RenderQueue(url, ({ message }) => errors.push(message), {
        directUrl: directUrl(),
      });
      try {
        await queue.start();
        const jobs: string[] = [];
        await queue.work(1, {
          run: async (id) => void jobs.push(id),
          help: async () => {},
          lost: async () => {},
        });
        const listeners = `SELECT count(*)::int FROM pg_stat_activity WHERE query LIKE 'LISTEN%'`;
        expect(await ask(direct, listeners)).toEqual([directUrl() === null ? 0 : 1]);
        await source.transaction((manager) => queue.messages.send(manager, queuedJob(job)));
        while (jobs.length === 0) await delay(50);
        expect(jobs).toEqual([job]);
      } finally {
        await queue.stop(5_000);
        await source.destroy();
      }
      expect(errors).toEqual([]);
    },
    120_000,
  );

  it.each([
    ['that migrates', 'true'],
    ['that only checks the schema', 'false'],
  ])(
    'carries a service %s',
    async (_what, migrate) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'videocraft-pooled-'));
      const config = loadConfig({
        ...{ DATABASE_URL: url, VIDEOCRAFT_DATABASE_MIGRATE: migrate },
        ...{ VIDEOCRAFT_DATA_DIR: dataDir, VIDEOCRAFT_SERVER_PORT: '0', VIDEOCRAFT_WORKERS: '0' },
        VIDEOCRAFT_SECURITY_API_KEY: ADMIN_KEY,
        VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '0',
      });
      // Each service of this suite has a folder of its own, as if the store began anew.
      await ask(direct, 'DELETE FROM store_identity');
      const service = await startService(config, { api: true, logLevel: 'fatal' });
      try {
        const answer = await fetch(`${service.url}/api/v1/ready`);
        expect(answer.status).toBe(200);
      } finally {
        await service.stop();
        await rm(dataDir, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
