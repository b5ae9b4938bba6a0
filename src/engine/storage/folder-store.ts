import { copyFile, link, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeAtomically } from '../files/write-atomically.js';
import {
  type ByteRange,
  type ObjectInfo,
  type ObjectPage,
  type ObjectStore,
  requireKey,
  requirePrefix,
  type StoredObject,
} from './object-store.js';
import { StorageUnavailable } from './storage-unavailable.js';
import { walkKeys } from './walk-keys.js';

const PAGE_SIZE = 1_000;
/** Error codes of file systems that cannot link these two paths. */
const NO_LINKS: ReadonlySet<string> = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK']);
const MISSING: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/**
 * Objects as files in a folder. On one file system, putting and fetching are links, so they copy nothing. A
 * folder on a network can be shared by several machines.
 */
export class FolderStore implements ObjectStore {
  readonly description: string;

  constructor(private readonly root: string) {
    this.description = `the folder ${root}`;
  }

  async put(key: string, file: string, signal: AbortSignal): Promise<void> {
    const path = this.pathOf(key);
    await explained('write to', async () => {
      await mkdir(dirname(path), { recursive: true });
      signal.throwIfAborted();
      await writeAtomically(path, (part) => linkOrCopy(file, part));
      await syncFolder(dirname(path));
    });
  }

  async fetch(key: string, target: string, signal: AbortSignal): Promise<boolean> {
    signal.throwIfAborted();
    const copied = await found('read', () => linkOrCopy(this.pathOf(key), target).then(() => true));
    return copied ?? false;
  }

  open(key: string, range: ByteRange | null): Promise<StoredObject | null> {
    return found('read', async () => {
      const file = await open(this.pathOf(key));
      try {
        const { size, mtime } = await file.stat();
        const bounds = range ? { start: range.first, end: range.last } : {};
        // The open file stays readable if it is removed meanwhile.
        const stream = file.createReadStream(bounds);
        return { key, bytes: size, modifiedAt: mtime, stream };
      } catch (error) {
        await file.close();
        throw error;
      }
    });
  }

  stat(key: string): Promise<ObjectInfo | null> {
    return found('read', async () => {
      const { size, mtime } = await stat(this.pathOf(key));
      return { key, bytes: size, modifiedAt: mtime };
    });
  }

  remove(key: string): Promise<void> {
    return explained('remove from', () => rm(this.pathOf(key), { force: true }));
  }

  async removeAll(prefix: string): Promise<void> {
    const cut = requirePrefix(prefix).lastIndexOf('/') + 1;
    const folder = join(this.root, prefix.slice(0, cut));
    const start = prefix.slice(cut);
    if (start === '') {
      await explained('remove from', () => rm(folder, { recursive: true, force: true }));
      return;
    }
    const names = (await found('read', () => readdir(folder))) ?? [];
    const paths = names.filter((name) => name.startsWith(start)).map((name) => join(folder, name));
    await explained('remove from', () =>
      Promise.all(paths.map((path) => rm(path, { recursive: true, force: true }))),
    );
  }

  async list(prefix: string, after: string | null): Promise<ObjectPage> {
    const keys: string[] = [];
    await explained('read', async () => {
      for await (const key of walkKeys(this.root, requirePrefix(prefix), after)) {
        keys.push(key);
        if (keys.length === PAGE_SIZE) break;
      }
    });
    const objects = await Promise.all(keys.map((key) => this.stat(key)));
    const next = keys.length === PAGE_SIZE ? keys.at(-1)! : null;
    return { objects: objects.filter((one) => one !== null), next };
  }

  /** Files have no address of their own. */
  link(): Promise<null> {
    return Promise.resolve(null);
  }

  async check(): Promise<void> {
    await explained('read', () => stat(this.root));
  }

  /** A copy that was interrupted lies beside its target, and goes with its folder. */
  async removeUnfinished(): Promise<void> {}

  close(): void {}

  private pathOf(key: string): string {
    return join(this.root, requireKey(key));
  }
}

/** Null if what is read does not exist. */
async function found<T>(what: string, action: () => Promise<T>): Promise<T | null> {
  return explained(what, async () => {
    try {
      return await action();
    } catch (error) {
      if (MISSING.has((error as NodeJS.ErrnoException).code ?? '')) return null;
      throw error;
    }
  });
}

/** @throws StorageUnavailable for errors of the file system */
async function explained<T>(what: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof StorageUnavailable) throw error;
    throw new StorageUnavailable(`Could not ${what} the data folder: ${message}`, true, error);
  }
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await copyFile(from, to);
    await sync(to);
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A power failure must not take away the name of a file that the database already knows. */
async function syncFolder(path: string): Promise<void> {
  // Some network file systems do not synchronize folders.
  await sync(path).catch(() => {});
}
