import { createHash, randomUUID } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../../config/types.js';
import type { FileCache } from '../../files/file-cache.js';
import { countCacheUse } from '../../figures/cache-use.js';
import {
  type AcquireOptions,
  MediaSession,
  type SessionMemory,
  type SourceRetry,
} from './media-session.js';
import { type StoredSource } from '../formats/stored-source.js';

export type { AcquireOptions } from './media-session.js';
export type { StoredSource } from '../formats/stored-source.js';

/**
 * Raise it when the same source may be decoded or converted differently, or its description may differ.
 * test/structure/cache-versions.spec.ts notices.
 */
export const DERIVED_VERSION = 1;

/** Makes the file at a path. */
type MakeFile = (path: string) => Promise<void>;

/**
 * Source files, and everything that is derived from them, by the hash of their content. A source and its
 * derived files are links in the folder of the attempt. They remain when the cache evicts them, and disappear
 * with that folder.
 */
export class MediaStore {
  constructor(
    private readonly limits: Config['sources'],
    private readonly cache: FileCache,
    /** Identifies what decodes and converts sources: the same source may become other data with another one. */
    private readonly fingerprint: string,
    /** The part of the cache that stays on this machine. */
    private readonly ownCache = cache,
  ) {}

  /**
   * Opens a session for the fetches of a job. The caller closes it.
   *
   * @param onRetry called before a fetch is retried
   * @param memory what earlier sessions have fetched. Default: nothing
   */
  open(onRetry: (retry: SourceRetry) => void = () => {}, memory?: SessionMemory): MediaSession {
    return new MediaSession(this.limits, onRetry, memory);
  }

  /** Like `MediaSession.acquire`, for a single source. */
  async acquire(src: string, options: AcquireOptions): Promise<StoredSource> {
    const session = this.open();
    try {
      return await session.acquire(src, options);
    } finally {
      session.close();
    }
  }

  /**
   * Returns a file derived from a source, from the cache or made by `make`. The file exists as long as the
   * folder of the source.
   */
  derived(source: StoredSource, suffix: string, make: MakeFile): Promise<string> {
    return this.takeOrMake(this.cache, source, { suffix, make });
  }

  /** Like {@link derived}, for what is made again in less time than another machine's file takes to come. */
  remembered(source: StoredSource, suffix: string, make: MakeFile): Promise<string> {
    return this.takeOrMake(this.ownCache, source, { suffix, make });
  }

  private async takeOrMake(
    cache: FileCache,
    source: StoredSource,
    { suffix, make }: { readonly suffix: string; readonly make: MakeFile },
  ): Promise<string> {
    const key = this.keyOf(source, suffix);
    const path = join(source.workDir, `derived-${randomUUID()}`);
    const known = await cache.take(key, path);
    countCacheUse('sources', known);
    if (known) return path;
    await make(path);
    await sync(path);
    await cache.keep(key, path);
    return path;
  }

  private keyOf({ contentHash }: StoredSource, suffix: string): string {
    return createHash('sha256')
      .update(JSON.stringify([DERIVED_VERSION, this.fingerprint, contentHash, suffix]))
      .digest('hex');
  }
}

/** Flushes a file to the disk before the cache names it, so that a power failure leaves no empty entry. */
async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Whether a derived file is intact, as far as its size shows. */
export async function isNotEmpty(path: string): Promise<boolean> {
  return (await stat(path)).size > 0;
}
