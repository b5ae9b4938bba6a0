import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/engine/database/data-source.js';
import { startEmbeddedPostgres } from '../../src/engine/database/embedded-postgres.js';
import { AuditEventEntity } from '../../src/engine/audit/audit-event.entity.js';
import { AuditLog } from '../../src/engine/audit/audit-log.js';
import { BatchStore } from '../../src/engine/jobs/batch-store.js';
import { BatchEntity } from '../../src/engine/jobs/batch.entity.js';
import { JobQueries } from '../../src/engine/jobs/job-queries.js';
import type { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { JobEntity } from '../../src/engine/jobs/job.entity.js';
import { ApiKeyEntity } from '../../src/engine/keys/api-key.entity.js';
import { KeyStore } from '../../src/engine/keys/key-store.js';
import { makeDataFolder, MIGRATED } from './test-cluster.js';

export interface TestServer {
  /** Creates a database with all tables on this server. */
  database(): Promise<{ url: string; dataSource: DataSource }>;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

/** All entities; in the service, the modules of the stores register them. */
export const ENTITIES = [JobEntity, BatchEntity, AuditEventEntity, ApiKeyEntity];

/** Connects to a migrated database as the service does. */
export function openDataSource(url: string): Promise<DataSource> {
  const options = dataSourceOptions(url);
  // Tests insert millions of rows in one statement.
  const extra = { ...(options.extra as object), statement_timeout: 0, query_timeout: 0 };
  return new DataSource({ ...options, extra, entities: ENTITIES }).initialize();
}

export const jobQueries = (source: DataSource) => new JobQueries(source.getRepository(JobEntity));
export const auditLog = (source: DataSource) =>
  new AuditLog(source.getRepository(AuditEventEntity));
export const keyStore = (source: DataSource) => new KeyStore(source.getRepository(ApiKeyEntity));
export const batchStore = (source: DataSource, queue: RenderQueue) =>
  new BatchStore(source.getRepository(BatchEntity), queue);

/** A real, separate Postgres for a test file. */
export async function startTestServer(): Promise<TestServer> {
  const dataDir = await makeDataFolder('videocraft-db-');
  const server = await startEmbeddedPostgres(dataDir);
  const open: DataSource[] = [];
  return {
    async database() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      const admin = new Client({ connectionString: server.url });
      await admin.connect();
      await admin.query(`CREATE DATABASE ${name} TEMPLATE ${MIGRATED}`);
      await admin.end();
      const url = server.url.replace(/\/[^/]*$/, `/${name}`);
      const dataSource = await openDataSource(url);
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
