import { MIGRATIONS } from '../../src/engine/database/migrations.js';
import { prepareSchema } from '../../src/engine/database/prepare-schema.js';
import { startTestServer, type TestServer } from '../support/database.js';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
}, 120_000);

afterAll(() => server.stop(), 60_000);

describe('a process that does not migrate', () => {
  it('starts with a schema that another one has migrated, or that is newer', async () => {
    const { url, dataSource } = await server.database();
    await expect(prepareSchema(url, false)).resolves.toBeUndefined();
    await dataSource.query(`INSERT INTO migrations (timestamp, name) VALUES (9, 'OfNextYear9')`);
    await expect(prepareSchema(url, false)).resolves.toBeUndefined();
  });

  it('says what is missing, and changes nothing', async () => {
    const { url, dataSource } = await server.database();
    const last = MIGRATIONS.at(-1)!.name;
    await dataSource.undoLastMigration();
    await expect(prepareSchema(url, false)).rejects.toThrow(
      `The database lacks 1 migration: ${last}. Run dist/src/migrate.js of this version first, or set VIDEOCRAFT_DATABASE_MIGRATE to true.`,
    );
    const [before] = await dataSource.query('SELECT count(*) FROM migrations');
    expect(before).toEqual({ count: String(MIGRATIONS.length - 1) });
    await prepareSchema(url, true);
    await expect(prepareSchema(url, false)).resolves.toBeUndefined();
    await dataSource.query('DROP TABLE migrations');
    await expect(prepareSchema(url, false)).rejects.toThrow(
      `lacks ${MIGRATIONS.length} migrations`,
    );
  });

  it('offers queries for scaling that the schema answers', async () => {
    const { readFile } = await import('node:fs/promises');
    const { parse } = await import('yaml');
    const file = new URL(
      '../../deploy/kubernetes/components/keda/worker-scaling.yaml',
      import.meta.url,
    );
    const scaled = parse(await readFile(file, 'utf8')) as {
      spec: { triggers: { metadata: { query: string } }[] };
    };
    const { dataSource } = await server.database();
    await dataSource.query(
      `INSERT INTO jobs (id, key_id, request_id, config, created_at)
       VALUES (gen_random_uuid(), 'k', 'r', '{}', now() - interval '30 seconds')`,
    );
    const answers: number[] = [];
    for (const { metadata } of scaled.spec.triggers) {
      const rows = await dataSource.query<object[]>(metadata.query);
      answers.push(Number(Object.values(rows[0]!)[0]));
    }
    expect(answers).toEqual([1, expect.any(Number)]);
    expect(answers[1]).toBeGreaterThanOrEqual(30);
  });
});
