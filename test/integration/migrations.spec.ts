import type { DataSource } from 'typeorm';
import { startTestServer, type TestServer } from '../support/database.js';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
}, 120_000);

afterAll(() => server.stop(), 60_000);

/** Every column, index, and constraint of the schema. */
async function schema(dataSource: DataSource): Promise<unknown[]> {
  return dataSource.query(
    `SELECT table_name || '.' || column_name || ' ' || data_type || datetime_precision AS part
       FROM information_schema.columns WHERE table_schema = 'public'
     UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
     UNION SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace ORDER BY 1`,
  );
}

it('revert to an empty database and recreate the same schema', async () => {
  const { dataSource } = await server.database();
  const before = await schema(dataSource);
  for (let n = 0; n < dataSource.migrations.length; n++) await dataSource.undoLastMigration();
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  expect(tables.map(({ name }) => name)).toEqual(['migrations']);
  await dataSource.runMigrations({ transaction: 'each' });
  expect(await schema(dataSource)).toEqual(before);
});

it('preserve existing jobs and events', async () => {
  const { dataSource } = await server.database();
  const names = dataSource.migrations.map(({ name }) => name);
  const later = names.length - names.indexOf('ServeLists1764000002000');
  for (let n = 0; n < later; n++) await dataSource.undoLastMigration();
  await dataSource.query(
    `INSERT INTO jobs (id, key_id, request_id, config, created_at)
     VALUES ('018e0000-0000-7000-8000-000000000001', 'k', 'r', '{}', '2026-01-01 00:00:00.123456Z')`,
  );
  await dataSource.query(
    `INSERT INTO audit_events (job_id, key_id, request_id, type)
     SELECT id, 'somebody', request_id, 'job.cancelled' FROM jobs`,
  );
  await dataSource.runMigrations({ transaction: 'each' });
  const [job] = await dataSource.query<{ created_at: Date }[]>('SELECT * FROM jobs');
  expect(job!.created_at.toISOString()).toBe('2026-01-01T00:00:00.123Z');
  const [event] = await dataSource.query<object[]>('SELECT * FROM audit_events');
  expect(event).toMatchObject({ key_id: 'somebody', owner_id: 'k' });
});

it('keep the limits of keys under their names of now, and of before', async () => {
  const { dataSource } = await server.database();
  const limits = async () => {
    const [row] = await dataSource.query<[{ limits: object }]>('SELECT limits FROM api_keys');
    return row.limits;
  };
  const names = dataSource.migrations.map(({ name }) => name);
  const later = names.length - names.indexOf('NameConfigBytes1765000050000');
  for (let n = 0; n < later; n++) await dataSource.undoLastMigration();
  const before = { assets: 5, storedBytes: 2_000 };
  await dataSource.query(
    `INSERT INTO api_keys (id, name, hash, scopes, limits) VALUES ('0123456789abcdef', 'a', sha256(''), '{jobs:read}', $1)`,
    [JSON.stringify(before)],
  );
  await dataSource.runMigrations({ transaction: 'each' });
  expect(await limits()).toEqual({ assets: 5, dailyConfigBytes: 2_000 });
  for (let n = 0; n < later; n++) await dataSource.undoLastMigration();
  expect(await limits()).toEqual(before);
});

/** A job and an event as the version before fair turns inserts them. */
const INSERT_BEFORE = `
  WITH accepted AS (
    INSERT INTO jobs (id, key_id, request_id, config) VALUES (gen_random_uuid(), 'k', 'r', '{}')
    RETURNING id, key_id, request_id)
  INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type)
  SELECT id, key_id, key_id, request_id, 'job.accepted' FROM accepted`;

it('count every job and keep every event while the version before goes on', async () => {
  const { dataSource } = await server.database();
  const names = dataSource.migrations.map(({ name }) => name);
  const later = names.length - names.indexOf('TakeTurns1764000040000');
  for (let n = 0; n < later; n++) await dataSource.undoLastMigration();
  await dataSource.query(INSERT_BEFORE);
  let inserted = 1;
  const schema = { isMigrated: false };
  const writer = async () => {
    while (!schema.isMigrated) {
      await dataSource.query(INSERT_BEFORE);
      inserted++;
      await dataSource.query(
        `UPDATE jobs SET status = 'cancelled' WHERE id = (
           SELECT id FROM jobs WHERE status = 'pending' LIMIT 1 FOR UPDATE SKIP LOCKED)`,
      );
    }
  };
  const writers = [writer(), writer(), writer()];
  await dataSource.runMigrations({ transaction: 'each' });
  await dataSource.query(INSERT_BEFORE);
  inserted++;
  schema.isMigrated = true;
  await Promise.all(writers);

  const [counted] = await dataSource.query<object[]>(
    `SELECT sum(pending)::int AS pending, sum(cancelled)::int AS cancelled FROM key_counts`,
  );
  const [jobs] = await dataSource.query<object[]>(
    `SELECT (count(*) FILTER (WHERE status = 'pending'))::int AS pending,
       (count(*) FILTER (WHERE status = 'cancelled'))::int AS cancelled FROM jobs`,
  );
  expect(counted).toEqual(jobs);
  const ids = await dataSource.query<{ id: string }[]>('SELECT id FROM audit_events');
  expect(new Set(ids.map(({ id }) => id)).size).toBe(inserted);

  // And back, with everything.
  for (let n = 0; n < later; n++) await dataSource.undoLastMigration();
  await dataSource.query(INSERT_BEFORE);
  expect(await dataSource.query('SELECT 1 FROM audit_events')).toHaveLength(inserted + 1);
}, 60_000);
