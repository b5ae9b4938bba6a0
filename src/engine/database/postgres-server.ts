import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { type FileHandle, open, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { args } from '../../core/util/args.js';
import { healLibraryLinks } from './library-links.js';
import { isCluster, type PostgresHome } from './postgres-home.js';

const run = promisify(execFile);

/** Every worker process has connections of its own: up to 17. */
const MAX_CONNECTIONS = 400;
const POLL_MS = 50;
/** Recovery after a crash reads what the server wrote since its last checkpoint. */
const START_MS = 600_000;
/** Time to stop in order, with a checkpoint, and then to stop at once. The next start recovers from that. */
const FAST_STOP_MS = 2_000;
const IMMEDIATE_STOP_MS = 1_000;
/** How much of its log a message quotes. */
const QUOTED_CHARACTERS = 600;

/** A running server. */
export interface PostgresServer {
  readonly pid: number;
  readonly port: number;
}

/** The lines of `postmaster.pid` (src/include/utils/pidfile.h): its process, port, and state. */
interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly state: string;
}

/** Returns the server that runs in a cluster, or null. */
export async function findServer(home: PostgresHome): Promise<PostgresServer | null> {
  const file = await readPidFile(home);
  if (file === null || file.port <= 0) return null;
  return (await isServerOf(home, file.pid)) ? file : null;
}

/**
 * True if a process is the server of a cluster. After a crash of the machine, the process ID of its file can
 * belong to any other program, which must not be signaled.
 */
export async function isServerOf({ clusterDir }: PostgresHome, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (!(await programOf(pid)).startsWith('postgres')) return false;
  // A server of Postgres works in the folder of its cluster.
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  return folder === null || folder === (await realpath(clusterDir).catch(() => null));
}

/** Creates the cluster if there is none. @throws Error with the words of Postgres */
export async function initialize(home: PostgresHome): Promise<void> {
  await healLibraryLinks(join(home.nativeDir, 'lib'));
  if (await isCluster(home.clusterDir)) return;
  const settings = args(
    ['-D', home.clusterDir, '-U', 'videocraft', '-A', 'scram-sha-256', '-E', 'UTF8'],
    ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    [`--pwfile=${home.passwordFile}`],
  );
  const { cwd, env, ...owner } = surroundings(home);
  try {
    await run(join(home.nativeDir, 'bin/initdb'), settings, { cwd, env, ...owner });
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    throw new Error(`The embedded Postgres could not be created: ${quote(stderr || message)}`, {
      cause: error,
    });
  }
}

/**
 * Starts the server of a cluster. Not with `pg_ctl`, which passes the path to a shell.
 *
 * @throws Error with the words of Postgres
 */
export async function startServer(home: PostgresHome, port: number): Promise<PostgresServer> {
  const stale = await readPidFile(home);
  // Postgres would take the other program for its own server, and refuse to start.
  if (stale !== null && isAlive(stale.pid) && !(await isServerOf(home, stale.pid))) {
    await rm(join(home.clusterDir, 'postmaster.pid'), { force: true });
  }
  const log = await open(join(home.clusterDir, 'server.log'), 'a+', 0o600);
  try {
    const { size } = await log.stat();
    const server = spawn(
      join(home.nativeDir, 'bin/postgres'),
      args(
        ['-D', home.clusterDir, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'],
        ['-c', 'unix_socket_directories=', '-c', `max_connections=${MAX_CONNECTIONS}`],
      ),
      { ...surroundings(home), detached: true, stdio: ['ignore', log.fd, log.fd] },
    );
    server.unref();
    const problem = await problemOfStart(home, server);
    if (problem === null) return { pid: server.pid!, port };
    const words = await wordsSince(log, size);
    throw new Error(`The embedded Postgres did not start: ${quote(words || problem)}`);
  } finally {
    await log.close();
  }
}

/** Stops the server of a cluster, if it runs. */
export async function stopServer(home: PostgresHome): Promise<void> {
  const server = await findServer(home);
  if (server === null) return;
  if (await endedAfter(home, server, 'SIGINT', FAST_STOP_MS)) return;
  await endedAfter(home, server, 'SIGQUIT', IMMEDIATE_STOP_MS);
}

async function endedAfter(
  home: PostgresHome,
  { pid }: PostgresServer,
  signal: NodeJS.Signals,
  withinMs: number,
): Promise<boolean> {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It has just ended.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true;
    throw error;
  }
  for (let waited = 0; waited < withinMs; waited += POLL_MS) {
    if (!(await isServerOf(home, pid))) return true;
    await delay(POLL_MS);
  }
  return false;
}

/** Waits until a server accepts connections. Returns null, or why it does not. */
async function problemOfStart(home: PostgresHome, server: ChildProcess): Promise<string | null> {
  let problem: string | null = null;
  server.once('error', (error) => (problem = error.message));
  server.once('exit', (code, signal) => (problem = `It ended with ${signal ?? code}.`));
  for (let waited = 0; waited < START_MS; waited += POLL_MS) {
    if (problem !== null) return problem;
    const file = await readPidFile(home);
    if (file?.pid === server.pid && file?.state === 'ready') return null;
    await delay(POLL_MS);
  }
  server.kill('SIGINT');
  return `It was not ready after ${START_MS / 1000} s.`;
}

async function readPidFile({ clusterDir }: PostgresHome): Promise<PidFile | null> {
  const text = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(() => null);
  const lines = text?.split('\n') ?? [];
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return null;
  return { pid, port: Number(lines[3]) || 0, state: (lines[7] ?? '').trim() };
}

/** True if a process with this ID exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The name of the program of a process, or an empty text. */
async function programOf(pid: number): Promise<string> {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  if (line !== null) return basename(line.split('\0', 1)[0]!.split(' ', 1)[0]!);
  const found = await run('ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => null);
  return basename(found?.stdout.trim() ?? '');
}

async function wordsSince(log: FileHandle, position: number): Promise<string> {
  const { size } = await log.stat();
  const buffer = Buffer.alloc(Math.min(size - position, 64_000));
  const { bytesRead } = await log.read(buffer, 0, buffer.length, size - buffer.length);
  return buffer.toString('utf8', 0, bytesRead);
}

function quote(words: string): string {
  return words.trim().slice(-QUOTED_CHARACTERS);
}

function surroundings({ nativeDir, owner }: PostgresHome) {
  const env = { LD_LIBRARY_PATH: join(nativeDir, 'lib'), LC_ALL: 'C', PATH: '/usr/bin:/bin' };
  return { cwd: '/', env, ...owner };
}
