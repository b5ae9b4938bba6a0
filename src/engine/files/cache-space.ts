import { readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';

/** The caches may fill this share of the space that would be free without them. */
const SHARE = 0.5;
/** So much more is freed at once, so that not every new file needs another scan. */
const MARGIN = 0.1;
/** How often the share is checked while there is enough space. */
const SHARE_CHECK_MS = 5 * 60_000;
/** Endings of the files of caches. Others are temporary, or belong to nobody else. */
const ENTRY = /\.(entry|json)$/;

interface Entry {
  readonly path: string;
  readonly bytes: number;
  readonly usedMs: number;
}

/**
 * Makes the caches of the data folder give way to work. All of them count together, and the least recently used
 * entries go first. Entries that a job has linked stay: removing them would free nothing.
 */
export class CacheSpace {
  private readonly folder: string;
  private readonly reserveBytes: number;
  private checkedAt = -Infinity;
  private running: Promise<number> | null = null;

  /** @param minFreeBytes the space without which the service takes no jobs; the reserve is twice as large */
  constructor(
    private readonly dataDir: string,
    minFreeBytes: number,
  ) {
    this.folder = join(dataDir, 'cache');
    this.reserveBytes = 2 * minFreeBytes;
  }

  /**
   * Removes entries until the reserve is free and the caches fill no more than their share of the disk.
   *
   * @returns the bytes that were freed
   */
  makeRoom(): Promise<number> {
    this.running ??= this.clean(false).finally(() => (this.running = null));
    return this.running;
  }

  /** Removes all entries that are not in use, because the disk is full. @returns the bytes that were freed */
  async empty(): Promise<number> {
    await this.running;
    return this.clean(true);
  }

  private async clean(all: boolean): Promise<number> {
    const { bavail, bsize } = await statfs(this.dataDir);
    const free = bavail * bsize;
    const now = performance.now();
    const isDue = now - this.checkedAt >= SHARE_CHECK_MS;
    if (!all && free >= this.reserveBytes && !isDue) return 0;
    this.checkedAt = now;
    const entries = await this.entries();
    const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
    const missing = this.reserveBytes - free;
    const excess = total - SHARE * (total + free);
    const wanted = Math.max(missing, excess);
    if (all) return removeOldest(entries, Infinity);
    return wanted <= 0 ? 0 : removeOldest(entries, wanted + MARGIN * this.reserveBytes);
  }

  private async entries(): Promise<Entry[]> {
    const names = await readdir(this.folder, { withFileTypes: true }).catch(() => []);
    const folders = names.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const found: Entry[] = [];
    for (const folder of folders) {
      const path = join(this.folder, folder);
      const files = (await readdir(path).catch(() => [])).filter((name) => ENTRY.test(name));
      for (const name of files) found.push(...(await unused(join(path, name))));
    }
    return found;
  }
}

/** The entry, if nothing else has a link to it. */
async function unused(path: string): Promise<Entry[]> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile() || found.nlink > 1) return [];
  return [{ path, bytes: found.size, usedMs: found.mtimeMs }];
}

async function removeOldest(entries: Entry[], wanted: number): Promise<number> {
  let freed = 0;
  for (const { path, bytes } of entries.sort((a, b) => a.usedMs - b.usedMs)) {
    if (freed >= wanted) break;
    await rm(path, { force: true });
    freed += bytes;
  }
  return freed;
}
