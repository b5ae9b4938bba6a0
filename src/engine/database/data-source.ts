import { DataSource, type DataSourceOptions } from 'typeorm';
import { AuditEventEntity } from '../audit/audit-event.entity.js';
import { JobEntity } from '../jobs/job.entity.js';
import { ApiKeyEntity } from '../keys/api-key.entity.js';
import { MIGRATIONS } from './migrations.js';

/**
 * The default, 4, is the price of a random read from a spinning disk. With it the planner prefers
 * reading whole tables to their indexes until autovacuum has been round.
 */
const PLANNER = '-c random_page_cost=1.1';

/** Settings of every connection of the service; the migrations are the only writer of the schema. */
export function dataSourceOptions(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [JobEntity, AuditEventEntity, ApiKeyEntity],
    migrations: MIGRATIONS,
    synchronize: false,
    applicationName: 'videocraft',
    // Without these a stopped server would hang a request instead of failing it.
    connectTimeoutMS: 5_000,
    extra: { max: 10, statement_timeout: 30_000, keepAlive: true, options: PLANNER },
  };
}

/** Any number: names the lock under which one process at a time migrates. */
const MIGRATION_LOCK = 7_230_141;

/** Brings the schema up to date; processes that start together wait for one another. */
export async function migrate(url: string): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions(url)).initialize();
  const lockRunner = dataSource.createQueryRunner();
  try {
    await lockRunner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await dataSource.runMigrations({ transaction: 'each' });
    await lockRunner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  } finally {
    await lockRunner.release();
    await dataSource.destroy();
  }
}
