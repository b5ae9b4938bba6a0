/** Limits the memory; there are rarely more keys in use. */
const MAX_KEYS = 10_000;

/**
 * Hashes of the keys that this process accepted. While a client address is blocked because of wrong keys,
 * these may still be looked up, so that nobody locks out others behind the same address.
 */
export class KnownKeys {
  private readonly hashes = new Set<string>();

  has(hash: Buffer): boolean {
    return this.hashes.has(hash.toString('base64'));
  }

  /** Remembers an accepted key, or forgets one that is no longer valid. */
  note(hash: Buffer, isValid: boolean): void {
    const name = hash.toString('base64');
    if (!isValid) this.hashes.delete(name);
    else if (this.hashes.size < MAX_KEYS) this.hashes.add(name);
  }
}
