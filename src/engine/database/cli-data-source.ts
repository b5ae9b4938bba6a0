import { DataSource } from 'typeorm';
import { loadConfig } from '../../config/load-config.js';
import { dataSourceOptions } from './data-source.js';

const { databaseUrl } = loadConfig(process.env);
if (databaseUrl === null) {
  throw new Error(
    'Set DATABASE_URL: the embedded database is migrated whenever the service starts.',
  );
}

/** What the command line of TypeORM works with: `npm run migration:show`, `:run`, `:revert`. */
export default new DataSource(dataSourceOptions(databaseUrl));
