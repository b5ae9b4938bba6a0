import { stat } from 'node:fs/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { Semaphore } from '../concurrency/semaphore.js';
import { type CacheName, countCacheUse } from '../figures/cache-use.js';
import { isScoped } from '../files/cache-scope.js';
import type { SharedTier } from '../files/shared-tier.js';
import { OBJECT_STORE, type ObjectStore } from './object-store.js';

const UPLOADS_AT_ONCE = 3;
/** Making a larger entry again takes less time than passing it on. */
const MAX_ENTRY_BYTES = 512 * 1024 * 1024;
const MAX_WAITING = 1_000;
/** An entry that cannot be fetched in this time is made again. */
const FETCH_LIMIT_MS = 30_000;
/** After a failure, the store is not asked for a while, because each question may wait for its time limit. */
const REST_MS = 10_000;
/** A missing entry is not looked for again in this time: a render asks twice. */
const MISSING_MS = 60_000;
const MAX_MISSING = 20_000;

/**
 * The caches of all machines, in the store. Uploads go on beside the render. They are awaited at the end of
 * the job, or dropped if they are slow. With a folder as the store, the local caches are the shared ones.
 */
@Injectable()
export class SharedCaches {
  private readonly logger = new Logger(SharedCaches.name);
  private readonly slots = new Semaphore(UPLOADS_AT_ONCE);
  private readonly uploads = new Set<Promise<void>>();
  private readonly missing = new Map<string, number>();
  private stop = new AbortController();
  private restUntil = -Infinity;
  private dropped = 0;

  constructor(
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether machines find what others keep: in the folder that all of them have, or in the store. */
  get areShared(): boolean {
    const { s3, sharedCache } = this.config.storage;
    return s3 === null || sharedCache.maxBytes > 0;
  }

  /** The shared part of a cache; null if there is none. */
  tier(cache: CacheName): SharedTier | null {
    if (this.config.storage.s3 === null || !this.areShared) return null;
    const keyOf = (key: string) => `caches/${cache}/${key}`;
    return {
      fetch: async (key, target) => isScoped() && (await this.fetch(keyOf(key), target)),
      expect: (key) => void this.missing.delete(keyOf(key)),
      offer: (key, file) => {
        if (isScoped()) this.offer(keyOf(key), file);
      },
    };
  }

  /**
   * Waits for the uploads, and drops those that take longer than a limit.
   *
   * @returns the number of entries that were dropped since the last call
   */
  async settle(limitMs: number): Promise<number> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, limitMs);
    });
    await Promise.race([Promise.all(this.uploads), late]);
    clearTimeout(timer);
    this.stop.abort(new Error('The upload of a cache entry took too long.'));
    await Promise.all(this.uploads);
    this.stop = new AbortController();
    const { dropped } = this;
    this.dropped = 0;
    if (dropped > 0) this.logger.warn({ dropped, msg: 'Cache entries were not shared in time' });
    return dropped;
  }

  private async fetch(key: string, target: string): Promise<boolean> {
    const now = performance.now();
    if (now < this.restUntil || now - (this.missing.get(key) ?? -Infinity) < MISSING_MS) {
      return false;
    }
    try {
      const found = await this.store.fetch(key, target, AbortSignal.timeout(FETCH_LIMIT_MS));
      countCacheUse('shared', found);
      if (!found) this.remember(key, now);
      return found;
    } catch (error) {
      this.rest(error);
      return false;
    }
  }

  private remember(key: string, now: number): void {
    if (this.missing.size >= MAX_MISSING) this.missing.clear();
    this.missing.set(key, now);
  }

  private offer(key: string, file: string): void {
    this.missing.delete(key);
    if (this.uploads.size >= MAX_WAITING) {
      this.dropped++;
      return;
    }
    const { signal } = this.stop;
    const upload = this.slots.run(() => this.upload(key, file, signal));
    this.uploads.add(upload);
    void upload.finally(() => this.uploads.delete(upload));
  }

  private async upload(key: string, file: string, signal: AbortSignal): Promise<void> {
    try {
      if (signal.aborted || performance.now() < this.restUntil) this.dropped++;
      else if ((await stat(file)).size <= MAX_ENTRY_BYTES) await this.store.put(key, file, signal);
    } catch (error) {
      this.dropped++;
      if (!signal.aborted) this.rest(error);
    }
  }

  private rest(error: unknown): void {
    // The local cache may have dropped the entry.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    if (performance.now() >= this.restUntil) {
      this.logger.warn({ err: error, msg: 'The shared caches are left out for a while' });
    }
    this.restUntil = performance.now() + REST_MS;
  }
}
