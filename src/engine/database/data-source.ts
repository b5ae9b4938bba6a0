import { setTimeout as delay } from 'node:timers/promises';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from './migrations.js';
import { type Preparing, ServiceClient } from './service-client.js';

/**
 * The default of 4 is the cost of a random read on a spinning disk. With it, the planner reads whole
 * tables instead of their indexes until autovacuum has run.
 */
export const RANDOM_PAGE_COST = 1.1;

/** Time to connect. Without it, requests hang instead of failing when the server has gone. */
export const CONNECT_TIMEOUT_MS = 5_000;
/** The server ends a statement of the service after this time. */
const STATEMENT_TIMEOUT_MS = 9_000;
/** A server that has not answered after this time is silent. Longer, so that a slow statement is told as such. */
export const QUERY_TIMEOUT_MS = 10_000;

/**
 * Settings of every connection of the service. Only migrations change the schema.
 *
 * @param pooled whether the URL leads to a pooler, which accepts no settings when a client connects
 */
export function dataSourceOptions(url: string, { pooled = false } = {}): DataSourceOptions {
  const settings = {
    statement_timeout: STATEMENT_TIMEOUT_MS,
    options: `-c random_page_cost=${RANDOM_PAGE_COST}`,
    preparing: 'marked' satisfies Preparing,
  };
  return {
    type: 'postgres',
    url,
    migrations: MIGRATIONS,
    // Some migrations build indexes without a lock, which no transaction can do.
    migrationsTransactionMode: 'each',
    synchronize: false,
    applicationName: 'videocraft',
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    extra: {
      max: 10,
      keepAlive: true,
      Client: ServiceClient,
      query_timeout: QUERY_TIMEOUT_MS,
      ...(pooled ? {} : settings),
    },
  };
}

/** Settings of a connection for a few statements. They work with and without a pooler. */
export function briefOptions(url: string): DataSourceOptions {
  return dataSourceOptions(url, { pooled: true });
}

/** Settings of connections for migrations, which take as long as they need. The URL may lead to a pooler. */
export function migrationOptions(url: string): DataSourceOptions {
  return { ...dataSourceOptions(url), extra: { keepAlive: true, Client: ServiceClient } };
}

/** An arbitrary number that identifies the lock for migrations: one process migrates at a time. */
const MIGRATION_LOCK = 7_230_141;
const LOCK_POLL_MS = 200;

/** Updates the schema. Processes that start at the same time wait for each other. */
export async function migrate(url: string): Promise<void> {
  const unlock = await lockMigrations(url);
  try {
    const dataSource = await new DataSource(migrationOptions(url)).initialize();
    try {
      await dataSource.runMigrations({ transaction: 'each' });
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await unlock();
  }
}

/**
 * Holds the lock for migrations in an open transaction, because a pooler gives each transaction a session of its
 * own. Asks repeatedly instead of waiting in the server, where a lost connection would wait for ever.
 */
async function lockMigrations(url: string): Promise<() => Promise<void>> {
  const client = new ServiceClient({
    connectionString: url,
    application_name: 'videocraft',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
  });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    while (!(await tryLock(client))) await delay(LOCK_POLL_MS);
  } catch (error) {
    await client.end();
    throw error;
  }
  // The end of the connection ends the transaction.
  return () => client.end();
}

async function tryLock(client: ServiceClient): Promise<boolean> {
  // Without parameters: the portal of a statement with parameters keeps its snapshot until the transaction ends, and
  // an index that is built concurrently waits for it.
  const statement = `SELECT pg_try_advisory_xact_lock(${MIGRATION_LOCK}) AS locked`;
  const { rows } = await client.query<{ locked: boolean }>(statement);
  return rows[0]!.locked;
}
