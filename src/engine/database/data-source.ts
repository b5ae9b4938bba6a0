import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from './migrations.js';

/**
 * The default of 4 is the cost of a random read on a spinning disk. With it, the planner reads whole
 * tables instead of their indexes until autovacuum has run.
 */
const PLANNER = '-c random_page_cost=1.1';

/** Settings of every connection of the service. Only migrations change the schema. */
export function dataSourceOptions(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    migrations: MIGRATIONS,
    synchronize: false,
    applicationName: 'videocraft',
    // Without these, requests hang instead of failing when the database server has stopped.
    connectTimeoutMS: 5_000,
    extra: { max: 10, statement_timeout: 30_000, keepAlive: true, options: PLANNER },
  };
}

/** An arbitrary number that identifies the lock for migrations: one process migrates at a time. */
const MIGRATION_LOCK = 7_230_141;

/** Updates the schema. Processes that start at the same time wait for each other. */
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
