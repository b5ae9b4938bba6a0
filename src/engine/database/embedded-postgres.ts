import { createServer } from 'node:net';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { claimCluster } from './cluster-claim.js';
import { type PostgresHome, preparePostgresHome } from './postgres-home.js';
import {
  findServer,
  initialize,
  isAlive,
  type PostgresServer,
  startServer,
  stopServer,
} from './postgres-server.js';
import { PostgresSupervisor } from './postgres-supervisor.js';

export interface RunningPostgres {
  /** Connection string of the database `videocraft`. */
  readonly url: string;
  /** Resolves with the reason when the server has ended and does not start again. */
  readonly failed: Promise<Error>;
  /** Releases the server. The last process that uses it stops it. */
  release(): Promise<void>;
}

/**
 * Starts the embedded Postgres of a data folder, or uses the server that already runs there.
 *
 * Every process that uses the server registers its PID in `<data>/postgres-users`, and the last one stops it.
 * A server that outlived a killed process is found by its `postmaster.pid` and reused. A server that ends is
 * started again at the same port. A cluster that another machine or container uses is left alone.
 *
 * @param onRestart called with a line for the log when the server was started again
 * @throws Error when no Postgres is available for this platform, or it does not start. The message contains its
 *   own words.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  onRestart: (message: string) => void = () => {},
): Promise<RunningPostgres> {
  const home = await preparePostgresHome(dataDir);
  const usersDir = join(dataDir, 'postgres-users');
  const ownFile = join(usersDir, String(process.pid));

  const { server, claim } = await exclusively(dataDir, async () => {
    const { claim, isNew } = await claimCluster(dataDir);
    // The process IDs of another machine say nothing here.
    if (isNew) await rm(usersDir, { recursive: true, force: true });
    await mkdir(usersDir, { recursive: true });
    try {
      const server = await findOrStart(home);
      await writeFile(ownFile, '');
      return { server, claim };
    } catch (error) {
      await claim.release(!(await hasLiveUser(usersDir)));
      throw error;
    }
  });
  const password = encodeURIComponent(home.password);
  const supervisor = new PostgresSupervisor(
    home,
    server,
    (action) => exclusively(dataDir, () => claim.require().then(action)),
    onRestart,
  );
  return {
    url: `postgres://videocraft:${password}@127.0.0.1:${server.port}/postgres`,
    failed: supervisor.failed,
    release: async () => {
      await supervisor.stop();
      await exclusively(dataDir, async () => {
        await rm(ownFile, { force: true });
        const isLast = !(await hasLiveUser(usersDir));
        if (isLast) await stopServer(home);
        await claim.release(isLast);
      });
    },
  };
}

async function findOrStart(home: PostgresHome): Promise<PostgresServer> {
  const running = await findServer(home);
  if (running !== null) return running;
  await initialize(home);
  return startServer(home, await freePort());
}

async function exclusively<T>(dataDir: string, action: () => Promise<T>): Promise<T> {
  const unlock = await lock(dataDir, {
    lockfilePath: join(dataDir, 'postgres.lock'),
    stale: 20_000,
    retries: { retries: 200, minTimeout: 50, maxTimeout: 250 },
    // Its default ends the process, for instance when the clock jumps.
    onCompromised: () => {},
  });
  try {
    return await action();
  } finally {
    await unlock().catch(() => {});
  }
}

async function hasLiveUser(usersDir: string): Promise<boolean> {
  for (const name of await readdir(usersDir)) {
    if (isAlive(Number(name))) return true;
    await rm(join(usersDir, name), { force: true });
  }
  return false;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
