import { loadConfig } from './config/load-config.js';
import { migrate } from './engine/database/data-source.js';
import { RenderQueue } from './engine/jobs/render-queue.js';

/** Time of the queue to close. It has nothing to do. */
const STOP_MS = 1_000;

/**
 * Updates the schemas of the service and of its queue, and ends. For clusters, whose processes start with
 * `VIDEOCRAFT_DATABASE_MIGRATE=false`.
 */
try {
  const { databaseUrl, directDatabaseUrl } = loadConfig(process.env);
  if (databaseUrl === null) {
    throw new Error('Set DATABASE_URL. The service migrates the embedded database when it starts.');
  }
  const url = directDatabaseUrl ?? databaseUrl;
  await migrate(url);
  const queue = new RenderQueue(url, (error) => {
    throw error;
  });
  await queue.start();
  await queue.stop(STOP_MS);
  process.stdout.write('The database is up to date.\n');
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
