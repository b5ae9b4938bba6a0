import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, escapeLiteral } from 'pg';
import { loadConfig } from '../../src/config/load-config.js';
import { prepareDatabase } from '../../src/engine/database/prepare-database.js';
import { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { openDataSource, startTestServer, type TestServer } from '../support/database.js';

/** What generators of passwords and people use, and what ends a part of a URL. */
const PASSWORDS = ['a/b#c@d?e', '100%/%41', ' two  blanks ', `"quotes'$HOME\\`, 'päß:wörd&x=[]'];

describe('a password of the database that a URL cannot contain as it is', () => {
  let server: TestServer;
  let url: URL;
  let admin: Client;
  let folder: string;

  beforeAll(async () => {
    server = await startTestServer();
    const made = await server.database();
    admin = new Client({ connectionString: made.url });
    await admin.connect();
    await admin.query(`CREATE ROLE operator LOGIN IN ROLE ${admin.user}`);
    url = new URL(made.url);
    url.username = 'operator';
    url.password = '';
    folder = await mkdtemp(join(tmpdir(), 'videocraft-password-'));
  }, 120_000);

  afterAll(async () => {
    await admin.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  it.each(PASSWORDS)(
    'connects with %j, from a variable and from a file',
    async (password) => {
      await admin.query(`ALTER ROLE operator PASSWORD ${escapeLiteral(password)}`);
      const path = join(folder, 'secret');
      await writeFile(path, `${password}\n`);
      const DATABASE_URL = url.href;
      const { databaseUrl } = loadConfig({ DATABASE_URL, DATABASE_PASSWORD: password });
      expect(loadConfig({ DATABASE_URL, DATABASE_PASSWORD_FILE: path }).databaseUrl).toBe(
        databaseUrl,
      );
      const settings = { directDatabaseUrl: null, migrateDatabase: false };
      const { urls } = await prepareDatabase(databaseUrl!, settings);
      const dataSource = await openDataSource(urls.databaseUrl);
      expect(await dataSource.query('SELECT session_user')).toEqual([{ session_user: 'operator' }]);
      await dataSource.destroy();
      const queue = new RenderQueue(urls.databaseUrl, (error) => {
        throw error;
      });
      await queue.start();
      await queue.stop(1_000);
      const wrong = loadConfig({ DATABASE_URL, DATABASE_PASSWORD: `${password}x` }).databaseUrl!;
      await expect(prepareDatabase(wrong, settings)).rejects.toThrow(/password/);
    },
    60_000,
  );
});
