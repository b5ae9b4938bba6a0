import { readdir, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { Config } from '../../config/types.js';
import { probeFolder } from '../../engine/files/data-folder.js';
import { pathExists } from '../../engine/files/path-exists.js';
import { fault, type Finding, fine, warning } from './finding.js';
import { installCommand } from './install-hint.js';
import { shellWord } from '../shell/shell-word.js';

const GIGABYTE = 1e9;
/** Below this, one long video can fill the disk. */
const COMFORTABLE_BYTES = 5 * GIGABYTE;

/** Checks that the data folder, or the one in which it will be, can be written. */
export async function checkDataFolder({ dataDir }: Pick<Config, 'dataDir'>): Promise<Finding> {
  const folder = await nearestFolder(dataDir);
  try {
    await probeFolder(folder);
    const state = folder === dataDir ? 'can be written' : 'does not exist yet, and can be created';
    return fine('data folder', `${dataDir} ${state}.`);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const owner = `sudo chown -R "$(id -u):$(id -g)" ${shellWord(folder)}`;
    const fix = code === 'EACCES' || code === 'EPERM' ? owner : null;
    return fault('data folder', `${folder} cannot be written: ${message}.`, fix);
  }
}

/** Checks the free space. */
export async function checkDisk({ dataDir, storage }: Config): Promise<Finding> {
  const { bavail, bsize } = await statfs(await nearestFolder(dataDir));
  const free = bavail * bsize;
  const message = `${(free / GIGABYTE).toFixed(1)} GB are free for the data folder.`;
  // Everything in it can be made again.
  const fix = `rm -r ${shellWord(join(dataDir, 'cache'))}`;
  if (free < storage.minFreeBytes) return fault('disk', message, fix);
  return free < COMFORTABLE_BYTES ? warning('disk', message, fix) : fine('disk', message);
}

/** Checks that other users cannot read keys. */
export async function checkSecrets({ dataDir }: Pick<Config, 'dataDir'>): Promise<Finding> {
  const folder = join(dataDir, 'secrets');
  const names = await readdir(folder).catch(() => []);
  const open: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const { mode } = await stat(path);
    if ((mode & 0o077) !== 0) open.push(path);
  }
  if (open.length === 0) return fine('permissions', 'Only you can read the keys of the service.');
  const message = `Other users can read ${open.join(', ')}.`;
  return warning('permissions', message, `chmod 600 ${open.map(shellWord).join(' ')}`);
}

/** Checks that the service can listen, or already does. */
export async function checkPort({ server: { host, port } }: Config): Promise<Finding> {
  const code = await listenProblem(host, port);
  const place = `${host}:${port}`;
  if (code === null) return fine('port', `${place} is free for the service.`);
  if (code === 'EADDRINUSE') {
    if (await isVideoCraft(host, port)) return fine('port', `The service runs at ${place}.`);
    const message = `Another program uses ${place}.`;
    return fault('port', message, `VIDEOCRAFT_SERVER_PORT=${port + 1} npm start`);
  }
  const fix = code === 'EACCES' ? 'VIDEOCRAFT_SERVER_PORT=3002 npm start' : null;
  return fault('port', `The service cannot listen at ${place} (${code}).`, fix);
}

function listenProblem(host: string, port: number): Promise<string | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => resolve(code));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

/** Only our own service answers in this way. */
async function isVideoCraft(host: string, port: number): Promise<boolean> {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const shown = name.includes(':') ? `[${name}]` : name;
  try {
    const answer = await fetch(`http://${shown}:${port}/health`, {
      signal: AbortSignal.timeout(3_000),
    });
    const { data } = (await answer.json()) as { data?: { status?: unknown } };
    return typeof data?.status === 'string';
  } catch {
    return false;
  }
}

/** Checks that nothing runs as root without need. */
export function checkUser(): Finding {
  if (process.getuid?.() !== 0) return fine('user', 'VideoCraft does not run as root.');
  return warning(
    'user',
    'You are root. Files of videos are then read with all rights: use another user for the service.',
    `${installCommand('adduser')} && adduser --system --group videocraft`,
  );
}

async function nearestFolder(path: string): Promise<string> {
  let folder = path;
  while (folder !== dirname(folder) && !(await pathExists(folder))) folder = dirname(folder);
  return folder;
}
