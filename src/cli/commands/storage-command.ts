import { mkdir } from 'node:fs/promises';
import { commandConfig } from '../terminal/command-config.js';
import { openStore } from '../../engine/storage/storage.module.js';
import { acceptStore } from '../../engine/storage/store-identity.js';
import { requireDatabase, withDatabase } from '../service-database.js';
import { printFailure } from '../terminal/exit.js';

/** Makes the configured store the one of the database. The service does not have to be running. */
export async function acceptStorage(): Promise<void> {
  try {
    const config = commandConfig();
    await requireDatabase(config);
    const { dataDir } = config;
    await mkdir(dataDir, { recursive: true });
    const store = await openStore(config);
    try {
      await withDatabase(config, (databaseUrl) => acceptStore({ databaseUrl, store, dataDir }));
      process.stdout.write(`The videos of this database are in ${store.description} now.\n`);
    } finally {
      store.close();
    }
  } catch (error) {
    printFailure(error);
  }
}
