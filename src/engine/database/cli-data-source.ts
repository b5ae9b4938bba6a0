import { DataSource } from 'typeorm';
import { loadConfig } from '../../config/load-config.js';
import { migrationOptions } from './data-source.js';

const { databaseUrl, directDatabaseUrl } = loadConfig(process.env);
if (databaseUrl === null) {
  throw new Error('Set DATABASE_URL. The service migrates the embedded database when it starts.');
}

/** For the command line of TypeORM: `npm run migration:show`, `:run` and `:revert`. */
export default new DataSource(migrationOptions(directDatabaseUrl ?? databaseUrl));
