import { mkdir } from 'node:fs/promises';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '../config/types.js';
import { briefOptions } from '../engine/database/data-source.js';
import { startEmbeddedPostgres } from '../engine/database/embedded-postgres.js';
import { hasCluster } from '../engine/database/postgres-home.js';
import { prepareDatabase } from '../engine/database/prepare-database.js';
import { InputError } from './input-error.js';

/** Whether the service has a database: that of `DATABASE_URL`, or the embedded one of its data folder. */
export async function hasDatabase({ databaseUrl, dataDir }: Config): Promise<boolean> {
  return databaseUrl !== null || hasCluster(dataDir);
}

/**
 * In a folder that is not that of the service, a command would create an empty database, and its answer would be
 * about that.
 *
 * @throws InputError if the service has no database
 */
export async function requireDatabase(config: Config): Promise<void> {
  if (await hasDatabase(config)) return;
  throw new InputError(
    `The service has no database in ${config.dataDir}. Run this where you start the service, or with its ` +
      'VIDEOCRAFT_DATA_DIR or DATABASE_URL.',
  );
}

/**
 * Uses the database of the service, which does not have to be running. Creates the embedded one if there is none.
 *
 * @throws Error if it is not there, or its schema is not that of this version
 */
export async function withDatabase<T>(
  config: Config,
  action: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  if (config.databaseUrl === null) await mkdir(config.dataDir, { recursive: true });
  const embedded = config.databaseUrl ? null : await startEmbeddedPostgres(config.dataDir);
  try {
    const { urls } = await prepareDatabase(config.databaseUrl ?? embedded!.url, config);
    return await action(urls.databaseUrl);
  } finally {
    await embedded?.release();
  }
}

/** Like {@link withDatabase}, with a connection. */
export function withDataSource<T>(
  config: Config,
  entities: NonNullable<DataSourceOptions['entities']>,
  action: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  return withDatabase(config, async (databaseUrl) => {
    const options = { ...briefOptions(databaseUrl), entities };
    const dataSource = await new DataSource(options).initialize();
    try {
      return await action(dataSource);
    } finally {
      await dataSource.destroy();
    }
  });
}
