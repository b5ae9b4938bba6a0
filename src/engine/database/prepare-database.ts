import type { Config } from '../../config/types.js';
import { keepPlannerSetting, leadsToPooler } from './find-pooler.js';
import { prepareSchema } from './prepare-schema.js';

/** How the processes of the service reach their database. */
export interface PreparedDatabase {
  readonly urls: {
    readonly databaseUrl: string;
    /** See `DIRECT_DATABASE_URL`. */
    readonly directDatabaseUrl: string | null;
  };
  readonly warnings: readonly string[];
}

const NO_DIRECT_URL =
  'DATABASE_URL leads to a pooler. Set VIDEOCRAFT_DATABASE_DIRECT_URL to the same database without the pooler, so that workers hear of new jobs at once instead of each second.';

/**
 * Finds out how to reach a database, and updates or checks its schema.
 *
 * @throws Error that names missing migrations
 */
export async function prepareDatabase(
  url: string,
  { directDatabaseUrl, migrateDatabase }: Pick<Config, 'directDatabaseUrl' | 'migrateDatabase'>,
): Promise<PreparedDatabase> {
  if (!(await leadsToPooler(url))) {
    await prepareSchema(url, migrateDatabase);
    return { urls: { databaseUrl: url, directDatabaseUrl: url }, warnings: [] };
  }
  await prepareSchema(directDatabaseUrl ?? url, migrateDatabase);
  const warning = await keepPlannerSetting(url);
  return {
    urls: { databaseUrl: url, directDatabaseUrl },
    warnings: [
      ...(directDatabaseUrl === null ? [NO_DIRECT_URL] : []),
      ...(warning === null ? [] : [warning]),
    ],
  };
}
