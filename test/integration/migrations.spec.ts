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
