import { access, constants, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';

/**
 * What a file is under any of its names: other spellings of the path, symbolic and hard links, other
 * case where the file system does not tell. Null when there is none.
 */
export async function identityOf(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found && `${found.dev}:${found.ino}`;
}

/**
 * A text that is the same for two paths, at which nothing is yet, when what is made at them would be
 * one file.
 */
export async function futureIdentityOf(path: string): Promise<string> {
  const folder = await nearestFolder(path);
  const rest = relative(folder, path);
  const place = join(await realpath(folder), rest);
  return (await isCaseSensitive(folder)) ? place : place.normalize('NFC').toLowerCase();
}

/** Why no file can be made or replaced at a path, as the end of a sentence; null when one can. */
export async function writeProblem(path: string): Promise<string | null> {
  const found = await stat(path).catch(({ code }: NodeJS.ErrnoException) => {
    return { problem: UNUSABLE[code ?? ''] ?? null };
  });
  if ('problem' in found) return found.problem ?? folderProblem(path);
  if (found.isDirectory()) return 'is a folder; give the name of a file in it';
  return found.isFile() ? folderProblem(path) : 'is no plain file';
}

/** What is wrong with a path itself, by the code of the system. */
const UNUSABLE: Readonly<Record<string, string>> = {
  ENAMETOOLONG: 'has a name that is too long for the file system; give a shorter one',
  ELOOP: 'is a symbolic link that leads to itself',
};

async function folderProblem(path: string): Promise<string | null> {
  const folder = await nearestFolder(path);
  if (!(await stat(folder)).isDirectory()) return `lies below ${folder}, which is no folder`;
  const writable = await access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  return writable ? null : `lies in ${folder}, which may not be written to`;
}

/** The first thing above a path that is there. */
async function nearestFolder(path: string): Promise<string> {
  let folder = dirname(path);
  while (folder !== dirname(folder) && (await identityOf(folder)) === null) {
    folder = dirname(folder);
  }
  return folder;
}

/** False when a folder is the same one under a name in other case. */
async function isCaseSensitive(folder: string): Promise<boolean> {
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    const name = basename(at);
    const other = name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
    if (other === name) continue;
    return (await identityOf(join(dirname(at), other))) !== (await identityOf(at));
  }
  return true;
}
