import { DataSource } from 'typeorm';
import { briefOptions, migrate } from './data-source.js';
import { counted } from '../../core/util/counted.js';

/**
 * Migrates the database, or checks that another process has done so.
 *
 * @throws Error that names the missing migrations. Migrations of a newer version do no harm.
 */
export async function prepareSchema(url: string, shouldMigrate: boolean): Promise<void> {
  if (shouldMigrate) return migrate(url);
  const missing = await missingMigrations(url);
  if (missing.length === 0) return;
  throw new Error(
    `The database lacks ${counted(missing.length, 'migration')}: ${missing.join(', ')}. Run dist/src/migrate.js of this version first, or ` +
      'set VIDEOCRAFT_DATABASE_MIGRATE to true.',
  );
}

async function missingMigrations(url: string): Promise<string[]> {
  const dataSource = await new DataSource(briefOptions(url)).initialize();
  try {
    const [table] = await dataSource.query<{ exists: boolean }[]>(
      `SELECT to_regclass('migrations') IS NOT NULL AS exists`,
    );
    const done = table!.exists
      ? await dataSource.query<{ name: string }[]>('SELECT name FROM migrations')
      : [];
    const names = new Set(done.map(({ name }) => name));
    return dataSource.migrations.flatMap(({ name }) =>
      name === undefined || names.has(name) ? [] : [name],
    );
  } finally {
    await dataSource.destroy();
  }
}
