import { createHash } from 'node:crypto';
import {
  access,
  chmod,
  cp,
  lchown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { lock } from 'proper-lockfile';
import { migrate } from '../../src/engine/database/data-source.js';
import { startEmbeddedPostgres } from '../../src/engine/database/embedded-postgres.js';
import { type PostgresHome, preparePostgresHome } from '../../src/engine/database/postgres-home.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/test-cluster');
/** What decides how a cluster and its tables look. */
const SOURCES = ['migrations', 'src/engine/database'];
const PACKAGES = ['pg-boss', 'embedded-postgres'];
/** Bounds the wait for another test file that makes the cluster. */
const RETRIES = { retries: 600, minTimeout: 100, maxTimeout: 250 };

/** The database of a copied cluster that has all tables, and no rows. */
export const MIGRATED = 'migrated';

/**
 * Makes a data folder whose embedded Postgres exists already, stopped. It is a copy, because to create one takes
 * seconds of CPU.
 *
 * @param prefix of the name of the folder in the temporary folder
 */
export async function makeDataFolder(prefix: string): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), prefix));
  await chmod(dataDir, 0o755);
  const from = await preparePostgresHome(await template());
  const to = await preparePostgresHome(dataDir);
  await writeFile(to.passwordFile, from.password);
  await copyCluster(from.clusterDir, to);
  return dataDir;
}

/** Copies all files, and gives them to the user of Postgres. No program is needed for it. */
async function copyCluster(from: string, { clusterDir, owner }: PostgresHome): Promise<void> {
  await cp(from, clusterDir, { recursive: true, verbatimSymlinks: true });
  if (owner === null) return;
  const names = await readdir(clusterDir, { recursive: true });
  await Promise.all(names.map((name) => lchown(join(clusterDir, name), owner.uid, owner.gid)));
}

/** Returns a data folder to copy, and makes it first if there is none of these sources. */
async function template(): Promise<string> {
  const folder = join(CACHE, await keyOfSources());
  const complete = join(folder, 'complete');
  const isComplete = () =>
    access(complete).then(
      () => true,
      () => false,
    );
  if (await isComplete()) return folder;
  await mkdir(CACHE, { recursive: true });
  const unlock = await lock(CACHE, { stale: 30_000, retries: RETRIES });
  try {
    if (await isComplete()) return folder;
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    const server = await startEmbeddedPostgres(folder);
    try {
      const client = new Client({ connectionString: server.url });
      await client.connect();
      await client.query(`CREATE DATABASE ${MIGRATED}`);
      await client.end();
      await migrate(server.url.replace(/\/[^/]*$/, `/${MIGRATED}`));
    } finally {
      await server.release();
    }
    await writeFile(complete, '');
    return folder;
  } finally {
    await unlock();
  }
}

async function keyOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const name of (await readdir(join(ROOT, source))).sort()) {
      hash.update(`${name}\n`).update(await readFile(join(ROOT, source, name)));
    }
  }
  for (const name of PACKAGES) {
    hash.update(await readFile(join(ROOT, 'node_modules', name, 'package.json')));
  }
  // The partitions of audit events are those of this month and the next.
  return hash.update(new Date().toISOString().slice(0, 7)).digest('hex').slice(0, 16);
}
