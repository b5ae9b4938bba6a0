import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../../src/engine/database/data-source.js';
import { startEmbeddedPostgres } from '../../src/engine/database/embedded-postgres.js';

export interface TestServer {
  /** Creates a database on this server and migrates it. */
  database(): Promise<{ url: string; dataSource: DataSource }>;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

/** Starts a separate, real Postgres for a test file. */
export async function startTestServer(): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'videocraft-db-'));
  await chmod(dataDir, 0o755);
  const server = await startEmbeddedPostgres(dataDir);
  const open: DataSource[] = [];
  return {
    async database() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      const admin = new Client({ connectionString: server.url });
      await admin.connect();
      await admin.query(`CREATE DATABASE ${name}`);
      await admin.end();
      const url = server.url.replace(/\/[^/]*$/, `/${name}`);
      await migrate(url);
      const dataSource = await new DataSource(dataSourceOptions(url)).initialize();
      open.push(dataSource);
      return { url, dataSource };
    },
    async stop() {
      for (const dataSource of open) await dataSource.destroy();
      await server.release();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
