import { mkdir } from 'node:fs/promises';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '../config/types.js';
import { briefOptions } from '../engine/database/data-source.js';
import { startEmbeddedPostgres } from '../engine/database/embedded-postgres.js';
import { prepareDatabase } from '../engine/database/prepare-database.js';

/**
 * Uses the database of the service, which does not have to be running.
 *
 * @throws Error if there is none, or its schema is not that of this version
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
