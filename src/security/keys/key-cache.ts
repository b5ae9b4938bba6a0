import type { Identity } from '../../http/access/access.js';

/** Revocation has to work within one second, so nothing is believed for longer than this. */
const TTL_MS = 900;

/** More keys than this at once are not remembered: a flood of guesses must not fill the memory. */
const MAX_ENTRIES = 5_000;

/**
 * Remembers for a moment what a presented key was found to be (null: not valid), so that polling
 * costs no query each. Requests with the same key that come together share one look-up. Entries
 * are named by the hash of the key; the key itself is kept nowhere.
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
      // A database that did not answer says nothing about the key.
      this.entries.delete(name);
      throw error;
    }
  }

  clear(): void {
    this.entries.clear();
  }

  /** Entries live equally long, so the oldest come first. */
  private evict(): void {
    const now = this.now();
    for (const [name, entry] of this.entries) {
      if (entry.untilMs > now && this.entries.size < MAX_ENTRIES) return;
      this.entries.delete(name);
    }
  }
}
