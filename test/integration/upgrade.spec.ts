import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { loadConfig } from '../../src/config/load-config.js';
import { startService } from '../../src/start-service.js';
import { startTestServer, type TestServer } from '../support/database.js';

/** The last migration of version 0.4.0. */
const BEFORE = 'CreateKeyUsage1764000006000';
const CONFIG = { width: 64, height: 64, scenes: [{ duration: 1, elements: [] }] };
/** Bounds hangs. */
const PATIENCE_MS = 300_000;

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
}, PATIENCE_MS);

afterAll(() => server.stop(), 60_000);

async function undoLater(dataSource: DataSource): Promise<void> {
  const names = dataSource.migrations.map(({ name }) => name);
  const later = names.length - 1 - names.indexOf(BEFORE);
  expect(later).toBeGreaterThan(0);
  for (let n = 0; n < later; n++) await dataSource.undoLastMigration();
}

/** The statements of version 0.4.0, which must work in the schema of now. */
const OLD = {
  accept: `WITH accepted AS (
      INSERT INTO jobs (id, key_id, request_id, config, template_id, template_revision, batch_id)
      SELECT new.*, $7::uuid
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[], $5::uuid[], $6::int[]) AS new
      RETURNING id, key_id, request_id)
    INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type)
    SELECT id, key_id, key_id, request_id, 'job.accepted' FROM accepted ORDER BY id`,
  claim: `UPDATE jobs SET status = 'processing', attempt = attempt + 1, worker_id = $2, progress = 0,
      current_step = NULL, steps = '[]', started_at = COALESCE(started_at, now()),
      attempt_started_at = now(), updated_at = now()
    WHERE id = $1 AND status IN ('pending', 'processing')`,
  report: `UPDATE jobs SET progress = GREATEST(progress, $2), current_step = $3, steps = $4, updated_at = now()
    WHERE id = $1 AND attempt = 1 AND status = 'processing'`,
  handBack: `UPDATE jobs SET status = 'pending', worker_id = NULL, updated_at = now()
    WHERE id = $1 AND attempt = 1 AND status = 'processing'`,
  complete: `UPDATE jobs SET status = 'completed', progress = 100, current_step = NULL, result = '{}',
      steps = '[]', warnings = '[]', finished_at = now(), updated_at = now()
    WHERE id = $1 AND status = 'processing'`,
  fail: `UPDATE jobs SET status = 'failed', error_code = 'RENDER_FAILED', error_message = 'x', error_pointer = NULL,
      steps = COALESCE(NULL, steps), finished_at = now(), updated_at = now()
    WHERE id = $1 AND status = 'processing'`,
  cancel: `UPDATE jobs SET status = 'cancelled', finished_at = now(), updated_at = now()
    WHERE id = $1 AND status IN ('pending', 'processing')`,
};

async function acceptOld(dataSource: DataSource): Promise<string> {
  const id = randomUUID();
  const parameters = [[id], ['k'], ['r'], [JSON.stringify(CONFIG)], [null], [null], null];
  await dataSource.query(OLD.accept, parameters);
  return id;
}

const statusOf = async (dataSource: DataSource, id: string) => {
  const rows = await dataSource.query<{ status: string }[]>(
    'SELECT status FROM jobs WHERE id = $1',
    [id],
  );
  return rows[0]!.status;
};

it(
  'migrates the schema of the version before, and renders the jobs that wait in it',
  async () => {
    const { url, dataSource } = await server.database();
    await undoLater(dataSource);
    const dataDir = await mkdtemp(join(tmpdir(), 'videocraft-upgrade-'));
    const config = (workers: string) =>
      loadConfig({
        VIDEOCRAFT_DATA_DIR: dataDir,
        DATABASE_URL: url,
        VIDEOCRAFT_SERVER_PORT: '0',
        VIDEOCRAFT_WORKERS: workers,
      });
    const options = { api: true, logLevel: 'fatal' };
    try {
      // Only the queue of pg-boss is needed from this start. Its schema is the same in both versions.
      await (await startService(config('0'), options)).stop();
      await undoLater(dataSource);
      const id = await acceptOld(dataSource);
      await dataSource.query(
        `INSERT INTO pgboss.job (id, name, data, retry_limit, expire_seconds, heartbeat_seconds, dead_letter,
         keep_until, policy)
       SELECT $1::uuid, name, jsonb_build_object('jobId', $1::text), 2, 21600, 10, dead_letter,
         now() + interval '1 day', policy FROM pgboss.queue WHERE name = 'render'`,
        [id],
      );
      const service = await startService(config('1'), options);
      try {
        while ((await statusOf(dataSource, id)) !== 'completed') await delay(100);
        const ends = await dataSource.query<{ type: string }[]>(
          `SELECT type FROM audit_events WHERE job_id = $1 AND type <> 'job.step' ORDER BY id`,
          [id],
        );
        expect(ends.map(({ type }) => type)).toEqual([
          'job.accepted',
          'job.started',
          'job.completed',
        ]);
      } finally {
        await service.stop();
      }
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
  PATIENCE_MS,
);

it('lets the version before go on in the schema of now', async () => {
  const { dataSource } = await server.database();
  const finish = async (...statements: readonly string[]) => {
    const id = await acceptOld(dataSource);
    for (const statement of statements) await dataSource.query(statement, [id]);
    return statusOf(dataSource, id);
  };
  const claim = OLD.claim.replace('$2', `'w'`);
  expect(await finish(claim, OLD.complete)).toBe('completed');
  expect(await finish(claim, OLD.fail)).toBe('failed');
  expect(await finish(OLD.cancel)).toBe('cancelled');
  expect(await finish(claim, OLD.handBack, claim, OLD.complete)).toBe('completed');
  const id = await acceptOld(dataSource);
  await dataSource.query(OLD.claim, [id, 'w']);
  await dataSource.query(OLD.report, [id, 50, 'segments', '[]']);
  expect(await statusOf(dataSource, id)).toBe('processing');
});

/** The columns of each table, and whether a row can be added without them. */
async function columns(dataSource: DataSource): Promise<Map<string, string>> {
  const rows = await dataSource.query<{ name: string; kind: string }[]>(
    `SELECT table_name || '.' || column_name AS name, data_type || ' ' || is_nullable AS kind
     FROM information_schema.columns WHERE table_schema = 'public'
       AND (column_default IS NULL AND is_identity = 'NO') AND is_generated = 'NEVER'
     UNION ALL
     SELECT table_name || '.' || column_name, data_type || ' has a default'
     FROM information_schema.columns WHERE table_schema = 'public'
       AND (column_default IS NOT NULL OR is_identity = 'YES' OR is_generated <> 'NEVER')`,
  );
  return new Map(rows.map(({ name, kind }) => [name, kind]));
}

it('adds only what the version before can ignore', async () => {
  const { dataSource } = await server.database();
  const now = await columns(dataSource);
  await undoLater(dataSource);
  const before = await columns(dataSource);
  const tables = new Set([...before.keys()].map((name) => name.split('.')[0]));
  for (const [name, kind] of before) expect([name, now.get(name)]).toEqual([name, kind]);
  const added = [...now].filter(([name]) => !before.has(name) && tables.has(name.split('.')[0]));
  expect(added.length).toBeGreaterThan(0);
  for (const [name, kind] of added)
    expect([name, kind]).toEqual([name, expect.not.stringMatching(/ NO$/)]);
});
