import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WordTiming } from '../../core/timing/types.js';
import { scopedKey } from '../files/cache-scope.js';
import type { SharedTier } from '../files/shared-tier.js';
import { writeAtomically } from '../files/write-atomically.js';

/** Entries are a few kilobytes. If the cache has more, the least recently used are removed. */
const MAX_ENTRIES = 10_000;
const KEPT_ENTRIES = 9_000;
const CHECK_EVERY = 100;

/** A cache of word times by a hash of the sound and everything else that they depend on. */
export class TimingCache {
  private written = 0;

  constructor(
    private readonly folder: string,
    /** What other machines share; null: nothing. */
    private readonly shared: SharedTier | null = null,
  ) {}

  /** @param parts everything that the times depend on besides the sound */
  keyOf(samples: Float32Array, parts: readonly unknown[]): string {
    return createHash('sha256')
      .update(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength))
      .update(JSON.stringify(parts))
      .digest('hex');
  }

  /** Returns null if the entry does not exist or cannot be read. */
  async find(key: string): Promise<WordTiming | null> {
    const path = this.pathOf(key);
    return (
      (await this.read(path)) ?? ((await this.fetchShared(key, path)) ? this.read(path) : null)
    );
  }

  private async fetchShared(key: string, path: string): Promise<boolean> {
    if (this.shared === null) return false;
    await mkdir(this.folder, { recursive: true });
    const part = `${path}.${randomUUID()}.part`;
    if (!(await this.shared.fetch(scopedKey(key), part))) return false;
    await rename(part, path);
    return true;
  }

  private async read(path: string): Promise<WordTiming | null> {
    try {
      const { digest, timing } = JSON.parse(await readFile(path, 'utf8')) as Entry;
      if (digest !== digestOf(timing)) return null;
      const now = new Date();
      await utimes(path, now, now);
      return timing;
    } catch {
      return null;
    }
  }

  async keep(key: string, timing: WordTiming): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const entry: Entry = { digest: digestOf(timing), timing };
    await writeAtomically(this.pathOf(key), (part) => writeFile(part, JSON.stringify(entry)));
    this.shared?.offer(scopedKey(key), this.pathOf(key));
    if (this.written++ % CHECK_EVERY === 0) await this.clean();
  }

  private pathOf(key: string): string {
    return join(this.folder, `${scopedKey(key)}.json`);
  }

  private async clean(): Promise<void> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith('.json'));
    if (names.length <= MAX_ENTRIES) return;
    const used = await Promise.all(
      names.map(async (name) => {
        const path = join(this.folder, name);
        const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
        return { path, mtimeMs };
      }),
    );
    const oldest = used.sort((a, b) => a.mtimeMs - b.mtimeMs).slice(0, names.length - KEPT_ENTRIES);
    await Promise.all(oldest.map(({ path }) => rm(path, { force: true })));
  }
}

interface Entry {
  readonly digest: string;
  readonly timing: WordTiming;
}

function digestOf(timing: WordTiming): string {
  return createHash('sha256').update(JSON.stringify(timing)).digest('hex');
}
