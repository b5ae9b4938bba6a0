import type { Still } from './preview-input.js';

const MOST_BYTES = 32 * 2 ** 20;

/** The last stills, for an author who goes back and forth. */
export class RecentStills {
  /** The least recently used one first. */
  private readonly stills = new Map<string, Still>();
  private bytes = 0;

  get(key: string): Still | null {
    const still = this.stills.get(key);
    if (still === undefined) return null;
    this.stills.delete(key);
    this.stills.set(key, still);
    return still;
  }

  keep(key: string, still: Still): void {
    this.remove(key);
    this.stills.set(key, still);
    this.bytes += still.bytes.length;
    for (const oldest of this.stills.keys()) {
      if (this.bytes <= MOST_BYTES) return;
      this.remove(oldest);
    }
  }

  private remove(key: string): void {
    this.bytes -= this.stills.get(key)?.bytes.length ?? 0;
    this.stills.delete(key);
  }
}
