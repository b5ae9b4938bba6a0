import type { SoundPower } from '../../core/waveforms/power.js';

/** Values of all entries: 24 MB, which are the slices of four hours. */
const MOST_VALUES = 3_000_000;

/**
 * What was measured, the least recently used first. An author previews the same sound with each change of a config, and
 * measuring it takes much longer than comparing hashes.
 */
export class KnownPower {
  private readonly entries = new Map<string, SoundPower>();
  private values = 0;

  constructor(private readonly most = MOST_VALUES) {}

  get(key: string): SoundPower | undefined {
    const power = this.entries.get(key);
    if (power === undefined) return undefined;
    this.entries.delete(key);
    this.entries.set(key, power);
    return power;
  }

  set(key: string, power: SoundPower): void {
    this.entries.set(key, power);
    this.values += power.sums.length;
    for (const [oldest, { sums }] of this.entries) {
      if (this.values <= this.most) break;
      this.entries.delete(oldest);
      this.values -= sums.length;
    }
  }
}
