import { link, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { scopedKey } from './cache-scope.js';
import type { SharedTier } from './shared-tier.js';

/** The share of the limit in use after a cleanup, so that not every new entry needs another one. */
const KEPT_SHARE = 0.9;
/**
 * The folder is scanned after this share of the limit was added. A scan for each new entry would make the
 * cost of a video grow with the square of its segments.
 */
const LOOK_SHARE = 0.02;
const SUFFIX = '.entry';
/** Error codes of linking to a path that is not a file, or that this process may not read. */
const UNUSABLE: ReadonlySet<string> = new Set(['EPERM', 'EACCES']);

/**
 * Finished files by the hash of everything that they depend on, shared by all jobs of an owner and by all
 * processes that use the folder. Entries appear whole, by renaming. A damaged entry counts as missing. When the folder reaches
 * its limit, the least recently used entries are deleted. Processes do not know what others add, so each of
 * them may exceed the limit by 2 % until one of them scans the folder.
 */
export class FileCache {
  private cleaning: Promise<void> | null = null;
  /** Bytes that this process added since it last scanned the folder. */
  private addedBytes = Infinity;

  constructor(
    private readonly folder: string,
    private readonly maxBytes: number,
    /** Whether a file is intact. */
    private readonly isWhole: (path: string) => Promise<boolean>,
    /** What other machines share; null: nothing. */
    private readonly shared: SharedTier | null = null,
  ) {}

  /**
   * Hard-links an entry to `target`, so that it stays there even if the entry is deleted.
   *
   * @returns false if the entry is missing or damaged. A damaged entry is deleted.
   */
  async take(key: string, target: string): Promise<boolean> {
    return (await this.takeHere(key, target)) || this.takeShared(key, target);
  }

  /** Like {@link take}, for an entry that another machine has just added. */
  takeNew(key: string, target: string): Promise<boolean> {
    this.shared?.expect(scopedKey(key));
    return this.take(key, target);
  }

  /** Takes an entry from the shared part, and adds it to this folder. */
  private async takeShared(key: string, target: string): Promise<boolean> {
    if (!(await this.shared?.fetch(scopedKey(key), target))) return false;
    if (await this.isWhole(target).catch(() => false)) {
      await this.add(key, target);
      return true;
    }
    await remove(target);
    return false;
  }

  private async takeHere(key: string, target: string): Promise<boolean> {
    const path = this.pathOf(key);
    try {
      await link(path, target);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (UNUSABLE.has(code)) await remove(path);
      else if (code !== 'ENOENT') throw error;
      return false;
    }
    // An unreadable file counts as damaged.
    if (!(await this.isWhole(target).catch(() => false))) {
      await Promise.all([remove(target), remove(path)]);
      return false;
    }
    const now = new Date();
    // Another process may delete the entry meanwhile, but the link stays.
    await utimes(target, now, now);
    return true;
  }

  /** Adds a finished file of the same file system under its key. The file itself stays. */
  async keep(key: string, file: string): Promise<void> {
    await this.add(key, file);
    this.shared?.offer(scopedKey(key), this.pathOf(key));
  }

  private async add(key: string, file: string): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const part = `${file}.entry`;
    await link(file, part);
    const path = this.pathOf(key);
    try {
      await rename(part, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EISDIR') throw error;
      await remove(path);
      await rename(part, path);
    }
    this.addedBytes += (await stat(file)).size;
    if (this.addedBytes <= this.maxBytes * LOOK_SHARE) return;
    this.cleaning ??= this.clean().finally(() => {
      this.cleaning = null;
    });
    await this.cleaning;
  }

  private pathOf(key: string): string {
    return join(this.folder, `${scopedKey(key)}${SUFFIX}`);
  }

  private async clean(): Promise<void> {
    this.addedBytes = 0;
    const entries = await this.entries();
    let total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
    // There is room for what may be added until the next scan.
    if (total <= this.maxBytes * (1 - LOOK_SHARE)) return;
    for (const { path, bytes } of entries.sort((a, b) => a.usedMs - b.usedMs)) {
      if (total <= this.maxBytes * KEPT_SHARE) return;
      await remove(path);
      total -= bytes;
    }
  }

  private async entries(): Promise<{ path: string; bytes: number; usedMs: number }[]> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith(SUFFIX));
    const found = await Promise.all(
      names.map(async (name) => {
        const path = join(this.folder, name);
        // The entry may be gone, because another process cleans up too.
        const { size, mtimeMs } = await stat(path).catch(() => ({ size: 0, mtimeMs: 0 }));
        return { path, bytes: size, usedMs: mtimeMs };
      }),
    );
    return found;
  }
}

/** Recursive, because a folder may lie where a file belongs. */
function remove(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true });
}
