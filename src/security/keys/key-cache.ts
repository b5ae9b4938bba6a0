import type { Identity } from '../../http/access/access.js';

/** Less than one second, because a revocation must take effect within one second. */
const TTL_MS = 900;

/** Limits the memory that a flood of guesses can use. */
const MAX_ENTRIES = 5_000;

/**
 * Caches key lookups for 0.9 s, so that polling does not need a query per request. An invalid key is
 * cached as null. Concurrent requests with the same key share one lookup. The cache contains hashes of
 * keys, never the keys.
 */
export class KeyCache {
  private readonly entries = new Map<
    string,
    { untilMs: number; identity: Promise<Identity | null> }
  >();

  constructor(private readonly now: () => number = () => performance.now()) {}

  async get(hash: Buffer, lookUp: () => Promise<Identity | null>): Promise<Identity | null> {
    const name = hash.toString('base64');
    const entry = this.entries.get(name);
    if (entry && entry.untilMs > this.now()) return entry.identity;
    const identity = lookUp();
    this.evict();
    this.entries.set(name, { untilMs: this.now() + TTL_MS, identity });
    try {
      return await identity;
    } catch (error) {
      // A failed lookup does not mean that the key is invalid.
      this.entries.delete(name);
      throw error;
    }
  }

  clear(): void {
    this.entries.clear();
  }

  /** All entries have the same lifetime, so the oldest come first. */
  private evict(): void {
    const now = this.now();
    for (const [name, entry] of this.entries) {
      if (entry.untilMs > now && this.entries.size < MAX_ENTRIES) return;
      this.entries.delete(name);
    }
  }
}
