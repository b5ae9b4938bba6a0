import type { ThrottlerStorage } from '@nestjs/throttler';
import type { ThrottlerStorageRecord } from '@nestjs/throttler/dist/throttler-storage-record.interface.js';

interface RateWindow {
  hits: number;
  readonly endsMs: number;
}

/** The number of clients at which expired windows are removed. */
const SWEEP_AT = 10_000;

/**
 * Counts in this process. A window starts with the first request of a client, and every request in it
 * counts, including rejected ones. (The throttler's own storage does not count rejected requests and
 * reports a separate expiry time for each request.)
 */
export class MemoryRateStore implements ThrottlerStorage {
  private readonly windows = new Map<string, RateWindow>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  increment(key: string, ttlMs: number, limit: number): Promise<ThrottlerStorageRecord> {
    const now = this.now();
    let window = this.windows.get(key);
    if (!window || window.endsMs <= now) {
      if (this.windows.size >= SWEEP_AT) this.sweep(now);
      // Reinserts the key, so that the oldest window stays first in the map.
      this.windows.delete(key);
      window = { hits: 0, endsMs: now + ttlMs };
      this.windows.set(key, window);
    }
    window.hits++;
    return Promise.resolve(rateRecord(window.hits, limit, window.endsMs - now));
  }

  /** All windows have the same length, so the expired ones come first. */
  private sweep(now: number): void {
    for (const [key, window] of this.windows) {
      if (window.endsMs > now) return;
      this.windows.delete(key);
    }
  }
}

/** A count in the format of the throttler. Times are whole seconds, rounded up, at least 1. */
export function rateRecord(hits: number, limit: number, leftMs: number): ThrottlerStorageRecord {
  const seconds = Math.max(1, Math.ceil(leftMs / 1000));
  return {
    totalHits: hits,
    timeToExpire: seconds,
    isBlocked: hits > limit,
    timeToBlockExpire: seconds,
  };
}
