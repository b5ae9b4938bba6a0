import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Errors of a file system that refuses changes, or cannot be reached. */
const STORAGE_CODES: ReadonlySet<string> = new Set(
  ['EROFS', 'ENOSPC', 'EDQUOT', 'EIO', 'EACCES', 'EPERM', 'ESTALE', 'ENXIO', 'ENODEV'].concat(
    'EMFILE',
    'ENFILE',
    'ETXTBSY',
    'EBUSY',
  ),
);

/** A file system that still has what it has, although it takes nothing more. */
const READABLE: ReadonlySet<string> = new Set(['EROFS', 'ENOSPC', 'EDQUOT']);

/** True if an error of an operation on files is a condition of the storage, such as a full disk. */
export function isStorageError(error: unknown): error is NodeJS.ErrnoException {
  const { code, syscall, path } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  const isOfFiles = syscall !== undefined && path !== undefined;
  return isOfFiles && code !== undefined && STORAGE_CODES.has(code);
}

/**
 * Writes a small file and removes it again. It always has the same name, so that a process that dies meanwhile leaves
 * at most one file, which the next check removes.
 */
export async function probeFolder(folder: string): Promise<void> {
  const file = join(folder, '.probe');
  try {
    await rm(file, { force: true });
    await writeFile(file, 'x');
  } finally {
    await rm(file, { force: true }).catch(() => {});
  }
}

/**
 * Creates the data folder, or checks that the service can write to it.
 *
 * @returns a warning if only reading is possible, which is enough to serve what is there
 * @throws Error that says what is wrong with it, and what to do
 */
export async function openDataFolder(dataDir: string): Promise<string | null> {
  try {
    await mkdir(dataDir, { recursive: true });
    await probeFolder(dataDir);
    return null;
  } catch (error) {
    const problem = await describeFolderProblem(dataDir, error);
    const isThere = await stat(dataDir).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isThere && READABLE.has((error as NodeJS.ErrnoException).code ?? '')) return problem;
    throw new Error(problem, { cause: error });
  }
}

/** Says why the service cannot write to its data folder, and what to do. */
export async function describeFolderProblem(dataDir: string, error: unknown): Promise<string> {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const folder = `The data folder ${dataDir}`;
  if (code === 'EROFS') {
    return `${folder} is on a read-only file system. Mount it for writing, or set VIDEOCRAFT_DATA_DIR to another folder.`;
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return `${folder} is on a full disk. Free space, for instance by deleting videos, or set VIDEOCRAFT_DATA_DIR to a folder on another disk.`;
  }
  if (code === 'ENOENT') return `${folder} is gone. Restore it, and restart the service.`;
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return `${folder} is not a folder. Set VIDEOCRAFT_DATA_DIR to a folder.`;
  }
  if (code === 'EACCES' || code === 'EPERM') return `${folder} ${await describeOwner(dataDir)}`;
  return `${folder} cannot be written to: ${message}`;
}

async function describeOwner(dataDir: string): Promise<string> {
  const own = process.getuid?.() ?? null;
  const owner = await stat(dataDir).then(
    ({ uid }) => uid,
    () => null,
  );
  const who = owner === null ? 'cannot be created or read' : `belongs to user ${owner}`;
  return `${who}, and the service, which runs as user ${own}, must not write to it. Change its owner, or set VIDEOCRAFT_DATA_DIR to another folder.`;
}
