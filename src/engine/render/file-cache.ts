import { link, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** After a clean-up so much of the bound is used, so that not every new entry needs another. */
const KEPT_SHARE = 0.9;
const SUFFIX = '.entry';

/**
 * Finished files by the hash of all that they depend on, shared by all jobs and all processes that
 * have the folder. Entries appear whole, by renaming; one that is damaged counts as missing; those
 * used longest ago go first when the folder grows beyond its bound.
 */
export class FileCache {
  private cleaning: Promise<void> | null = null;

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
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
    if (!(await this.isWhole(target))) {
      await Promise.all([rm(target, { force: true }), rm(path, { force: true })]);
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
    await rename(part, this.pathOf(key));
    this.cleaning ??= this.clean().finally(() => {
      this.cleaning = null;
    });
    await this.cleaning;
  }

  private pathOf(key: string): string {
    return join(this.folder, `${key}${SUFFIX}`);
  }

  private async clean(): Promise<void> {
    const entries = await this.entries();
    let total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
    if (total <= this.maxBytes) return;
    for (const { path, bytes } of entries.sort((a, b) => a.usedMs - b.usedMs)) {
      if (total <= this.maxBytes * KEPT_SHARE) return;
      await rm(path, { force: true });
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
