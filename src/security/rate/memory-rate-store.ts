import type { ThrottlerStorage } from '@nestjs/throttler';
import type { ThrottlerStorageRecord } from '@nestjs/throttler/dist/throttler-storage-record.interface.js';

interface RateWindow {
  hits: number;
  readonly endsMs: number;
}

/** Ended minutes are swept out when this many clients are known. */
const SWEEP_AT = 10_000;

/**
 * Counts in this process: a minute begins with a client's first request and every request in it
 * counts, refused ones too. (The storage of the throttler stops counting blocked ones and tells
 * times per request.)
 */
export class MemoryRateStore implements ThrottlerStorage {
  private readonly minutes = new Map<string, RateWindow>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  increment(key: string, ttlMs: number, limit: number): Promise<ThrottlerStorageRecord> {
    const now = this.now();
    let minute = this.minutes.get(key);
    if (!minute || minute.endsMs <= now) {
      if (this.minutes.size >= SWEEP_AT) this.sweep(now);
      // Set anew, so that the oldest minute stays the first of the map.
      this.minutes.delete(key);
      minute = { hits: 0, endsMs: now + ttlMs };
      this.minutes.set(key, minute);
    }
    minute.hits++;
    return Promise.resolve(rateRecord(minute.hits, limit, minute.endsMs - now));
  }

  /** All minutes are equally long, so the ended ones come first. */
  private sweep(now: number): void {
    for (const [key, minute] of this.minutes) {
      if (minute.endsMs > now) return;
      this.minutes.delete(key);
    }
  }
}

/** A count in the throttler's terms; times in whole seconds, rounded up, at least 1. */
export function rateRecord(hits: number, limit: number, leftMs: number): ThrottlerStorageRecord {
  const seconds = Math.max(1, Math.ceil(leftMs / 1000));
  return {
    totalHits: hits,
    timeToExpire: seconds,
    isBlocked: hits > limit,
    timeToBlockExpire: seconds,
  };
}
