import { constants, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { canAccess } from '../../engine/files/path-exists.js';

/**
 * Identifies a file under any of its names: other spellings of the path, symbolic and hard links, and other
 * letter case on case-insensitive file systems. Null when the file does not exist.
 */
export async function identityOf(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found && `${found.dev}:${found.ino}`;
}

/**
 * Identifies a file that does not exist yet. The result is equal for two paths that would be the same file.
 */
export async function futureIdentityOf(path: string): Promise<string> {
  const folder = await nearestFolder(path);
  const rest = relative(folder, path);
  const place = join(await realpath(folder), rest);
  return (await isCaseSensitive(folder)) ? place : place.normalize('NFC').toLowerCase();
}

/** Why a file cannot be created or replaced, as the predicate of a sentence, or null. */
export async function writeProblem(path: string): Promise<string | null> {
  const found = await stat(path).catch(({ code }: NodeJS.ErrnoException) => {
    return { problem: UNUSABLE[code ?? ''] ?? null };
  });
  if ('problem' in found) return found.problem ?? folderProblem(path);
  if (found.isDirectory()) return 'is a folder. Enter the name of a file in it';
  return found.isFile() ? folderProblem(path) : 'is not a regular file';
}

/** Problems of a path by system error code. */
const UNUSABLE: Readonly<Record<string, string>> = {
  ENAMETOOLONG: 'has a name that is too long for the file system. Choose a shorter one',
  ELOOP: 'is a symbolic link to itself',
};

async function folderProblem(path: string): Promise<string | null> {
  const folder = await nearestFolder(path);
  if (!(await stat(folder)).isDirectory()) return `is inside ${folder}, which is not a folder`;
  const writable = await canAccess(folder, constants.W_OK | constants.X_OK);
  return writable ? null : `is inside ${folder}, which is not writable`;
}

/** The nearest existing ancestor of a path. */
async function nearestFolder(path: string): Promise<string> {
  let folder = dirname(path);
  while (folder !== dirname(folder) && (await identityOf(folder)) === null) {
    folder = dirname(folder);
  }
  return folder;
}

/** False if a folder has the same identity under a name in other letter case. */
async function isCaseSensitive(folder: string): Promise<boolean> {
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    const name = basename(at);
    const other = name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
    if (other === name) continue;
    return (await identityOf(join(dirname(at), other))) !== (await identityOf(at));
  }
  return true;
}
