import { link, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** After a clean-up so much of the bound is used, so that not every new entry needs another. */
const KEPT_SHARE = 0.9;
/**
 * The folder is looked through when so much of the bound was added to it: looking at every entry for
 * each new one would make a video cost by the square of its segments.
 */
const LOOK_SHARE = 0.02;
const SUFFIX = '.entry';
/** How linking fails to what is no file, or not ours to read. */
const UNUSABLE: ReadonlySet<string> = new Set(['EPERM', 'EACCES']);

/**
 * Finished files by the hash of all that they depend on, shared by all jobs and all processes that
 * have the folder. Entries appear whole, by renaming; one that is damaged counts as missing; those
 * used longest ago go first when the folder grows to its bound. As processes do not know what others
 * add, several may exceed the bound by 2 % of it each until one of them looks.
 */
export class FileCache {
  private cleaning: Promise<void> | null = null;
  /** By this process since it last looked through the folder. */
  private addedBytes = Infinity;

  constructor(
    private readonly folder: string,
    private readonly maxBytes: number,
    /** Whether a file is as it was written. */
    private readonly isWhole: (path: string) => Promise<boolean>,
  ) {}

  /**
   * Puts an entry at `target` as a link of its own, so that it stays there whatever becomes of the
   * entry.
   *
   * @returns false when there is no such entry, or a damaged one, which is removed
   */
  async take(key: string, target: string): Promise<boolean> {
    const path = this.pathOf(key);
    try {
      await link(path, target);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (UNUSABLE.has(code)) await remove(path);
      else if (code !== 'ENOENT') throw error;
      return false;
    }
    // What cannot be read is damaged too.
    if (!(await this.isWhole(target).catch(() => false))) {
      await Promise.all([remove(target), remove(path)]);
      return false;
    }
    const now = new Date();
    // Another process may drop the entry meanwhile; the link stays.
    await utimes(target, now, now);
    return true;
  }

  /** Keeps a finished file of the same file system under its key; the file itself stays too. */
  async keep(key: string, file: string): Promise<void> {
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
    return join(this.folder, `${key}${SUFFIX}`);
  }

  private async clean(): Promise<void> {
    this.addedBytes = 0;
    const entries = await this.entries();
    let total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
    // Until the next look there is room for what makes this process look.
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
        // Gone since it was listed: another process cleans too.
        const { size, mtimeMs } = await stat(path).catch(() => ({ size: 0, mtimeMs: 0 }));
        return { path, bytes: size, usedMs: mtimeMs };
      }),
    );
    return found;
  }
}

/** Whatever it is: a folder may have got to where a file belongs. */
function remove(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true });
}
