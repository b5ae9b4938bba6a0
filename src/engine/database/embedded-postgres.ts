import { args } from '../../core/util/args.js';
import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { lock } from 'proper-lockfile';
import { healLibraryLinks } from './library-links.js';
import { preparePostgresHome, type PostgresHome } from './postgres-home.js';
import { pathExists } from '../files/path-exists.js';

const run = promisify(execFile);

/** Every worker process has connections of its own: up to 17. */
const MAX_CONNECTIONS = 400;

export interface RunningPostgres {
  /** Connection string of the database `videocraft`. */
  readonly url: string;
  /** Releases the server. The last process that uses it stops it. */
  release(): Promise<void>;
}

/**
 * Starts the embedded Postgres of a data folder, or uses the server that already runs there.
 *
 * Every process that uses the server registers its PID in `<data>/postgres-users`, and the last one stops it.
 * A server that outlived a killed process is found by its `postmaster.pid` and reused.
 *
 * @throws Error when no Postgres is available for this platform, or it does not start. The message contains the
 *   end of its log.
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<RunningPostgres> {
  const home = await preparePostgresHome(dataDir);
  const usersDir = join(dataDir, 'postgres-users');
  await mkdir(usersDir, { recursive: true });
  const ownFile = join(usersDir, String(process.pid));

  const port = await exclusively(dataDir, async () => {
    const running = await runningPort(home);
    const port = running ?? (await startCluster(home));
    await writeFile(ownFile, '');
    return port;
  });
  const password = encodeURIComponent(home.password);
  const server = `postgres://videocraft:${password}@127.0.0.1:${port}`;
  return {
    url: `${server}/postgres`,
    release: () =>
      exclusively(dataDir, async () => {
        await rm(ownFile, { force: true });
        if (!(await hasLiveUser(usersDir))) await controlServer(home, ['stop', '-m', 'fast']);
      }),
  };
}

async function exclusively<T>(dataDir: string, action: () => Promise<T>): Promise<T> {
  const unlock = await lock(dataDir, {
    lockfilePath: join(dataDir, 'postgres.lock'),
    stale: 20_000,
    retries: { retries: 200, minTimeout: 50, maxTimeout: 250 },
  });
  try {
    return await action();
  } finally {
    await unlock();
  }
}

async function hasLiveUser(usersDir: string): Promise<boolean> {
  for (const name of await readdir(usersDir)) {
    if (isAlive(Number(name))) return true;
    await rm(join(usersDir, name), { force: true });
  }
  return false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The port of the server that runs in this cluster, or null. */
async function runningPort(home: PostgresHome): Promise<number | null> {
  const pidFile = await readFile(join(home.clusterDir, 'postmaster.pid'), 'utf8').catch(() => null);
  const lines = pidFile?.split('\n');
  const port = Number(lines?.[3]);
  if (!Number.isInteger(port) || port <= 0) return null;
  return controlServer(home, ['status']).then(
    () => port,
    () => null,
  );
}

async function startCluster(home: PostgresHome): Promise<number> {
  await healLibraryLinks(join(home.nativeDir, 'lib'));
  const isInitialized = await pathExists(join(home.clusterDir, 'PG_VERSION'));
  if (!isInitialized) await initialize(home);
  const port = await freePort();
  const logFile = join(home.clusterDir, 'server.log');
  try {
    await controlServer(home, [
      'start',
      '-w',
      '-t',
      '60',
      '-l',
      logFile,
      '-o',
      `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=${MAX_CONNECTIONS}`,
    ]);
  } catch (error) {
    const log = await readFile(logFile, 'utf8').catch(() => '');
    throw new Error(
      `The embedded Postgres did not start. Its log ends with: ${log.trim().slice(-600)}`,
      { cause: error },
    );
  }
  return port;
}

async function initialize(home: PostgresHome): Promise<void> {
  await runTool(
    home,
    'initdb',
    args(
      ['-D', home.clusterDir, '-U', 'videocraft', '-A', 'scram-sha-256', '-E', 'UTF8'],
      ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      [`--pwfile=${home.passwordFile}`],
    ),
  );
}

function controlServer(home: PostgresHome, args: readonly string[]): Promise<void> {
  return runTool(home, 'pg_ctl', ['-D', home.clusterDir, ...args]);
}

async function runTool(home: PostgresHome, tool: string, args: readonly string[]): Promise<void> {
  await run(join(home.nativeDir, 'bin', tool), args, {
    cwd: '/',
    env: { LD_LIBRARY_PATH: join(home.nativeDir, 'lib'), LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    ...home.owner,
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
