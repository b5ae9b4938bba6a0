import { execFile } from 'node:child_process';
import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { args } from '../../src/core/util/args.js';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';
const UNPRIVILEGED_ID = 65_534;

/** A Postgres of the system, with the tools that the embedded one lacks. */
export interface SystemPostgres {
  readonly server: string;
  /** Runs a tool such as `pg_dump`. */
  tool(name: string, ...options: string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Why there is none, or null. In CI, that is an error. */
export async function missingSystemPostgres(): Promise<string | null> {
  if ((await binFolder()) !== null) return null;
  const missing = `no Postgres is in ${DEBIAN}`;
  if (process.env['CI']) throw new Error(`${missing}. Install the package postgresql.`);
  return missing;
}

export async function startSystemPostgres(): Promise<SystemPostgres> {
  const bin = (await binFolder())!;
  const dir = await mkdtemp(join(tmpdir(), 'videocraft-system-db-'));
  const owner = process.getuid?.() === 0 ? { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID } : {};
  if ('uid' in owner) await chown(dir, UNPRIVILEGED_ID, UNPRIVILEGED_ID);
  await chmod(dir, 0o700);
  const tool = async (name: string, ...options: string[]) => {
    await run(join(bin, name), options, { cwd: '/', ...owner });
  };
  const data = join(dir, 'data');
  await tool('initdb', ...args(['-D', data, '-U', 'videocraft', '-A', 'trust', '-E', 'UTF8']));
  const port = await freePort();
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200`;
  await tool(
    'pg_ctl',
    ...args(['-D', data, '-w', '-t', '120', '-l', join(dir, 'log')]),
    '-o',
    settings,
    'start',
  );
  return {
    server: `postgres://videocraft@127.0.0.1:${port}`,
    tool: (name, ...options) => run(join(bin, name), options).then(() => {}),
    async stop() {
      await tool('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The newest version that is installed. */
async function binFolder(): Promise<string | null> {
  const versions = await readdir(DEBIAN).catch((): string[] => []);
  const newest = versions.map(Number).sort((a, b) => b - a)[0];
  return newest === undefined ? null : join(DEBIAN, String(newest), 'bin');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
