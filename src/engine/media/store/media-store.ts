import { randomUUID } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../../config/types.js';
import type { FileCache } from '../../files/file-cache.js';
import { countCacheUse } from '../../metrics/cache-use.js';
import { type AcquireOptions, MediaSession, type SourceRetry } from './media-session.js';
import { type StoredSource } from '../formats/stored-source.js';

export type { AcquireOptions } from './media-session.js';
export type { StoredSource } from '../formats/stored-source.js';

/**
 * Source files, and what is found out and decoded of them under the hash of their bytes. A source and
 * all that an attempt uses lie in the attempt's own folder: whatever leaves the cache meanwhile, the
 * attempt keeps, and it takes all of it along when it ends.
 */
export class MediaStore {
  constructor(
    private readonly limits: Config['sources'],
    private readonly cache: FileCache,
  ) {}

  /**
   * What a job fetches. Whoever opens it closes it.
   *
   * @param onRetry is told of fetches that are tried again
   */
  open(onRetry: (retry: SourceRetry) => void = () => {}): MediaSession {
    return new MediaSession(this.limits, onRetry);
  }

  /** As `MediaSession.acquire`, of one source alone. */
  async acquire(src: string, options: AcquireOptions): Promise<StoredSource> {
    const session = this.open();
    try {
      return await session.acquire(src, options);
    } finally {
      session.close();
    }
  }

  /**
   * A file derived from a source, made by `make` unless the cache has it. The answer stays as long as
   * the source's folder does.
   */
  async derived(
    source: StoredSource,
    suffix: string,
    make: (path: string) => Promise<void>,
  ): Promise<string> {
    const key = `${source.contentHash}.${suffix}`;
    const path = join(source.workDir, `derived-${randomUUID()}`);
    const known = await this.cache.take(key, path);
    countCacheUse('sources', known);
    if (known) return path;
    await make(path);
    await sync(path);
    await this.cache.keep(key, path);
    return path;
  }
}

/** What the cache keeps has to be on the disk before its name is: a power cut leaves no empty entry. */
async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Whether something derived is as it was written, as far as its size tells. */
export async function isNotEmpty(path: string): Promise<boolean> {
  return (await stat(path)).size > 0;
}
