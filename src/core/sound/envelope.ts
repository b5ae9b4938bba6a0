/** A gain in decibels at a sample of the timeline. */
export interface GainPoint {
  readonly sample: number;
  readonly db: number;
}

/** Linear gain of a level in decibels. */
export function linearGain(db: number): number {
  return 10 ** (db / 20);
}

/**
 * Reads an envelope sample by sample, forwards: straight in decibels between its points, and as the
 * first and the last before and after them. No points: a gain of 1.
 */
export class EnvelopeReader {
  private next = 0;

  constructor(private readonly points: readonly GainPoint[]) {}

  /** @param sample none before that of the last call */
  gainAt(sample: number): number {
    const { points } = this;
    if (points.length === 0) return 1;
    while (this.next < points.length && points[this.next]!.sample <= sample) this.next++;
    const before = points[this.next - 1];
    const after = points[this.next];
    if (before === undefined || after === undefined || before.db === after.db) {
      const { db } = (before ?? after)!;
      return db === 0 ? 1 : linearGain(db);
    }
    const part = (sample - before.sample) / (after.sample - before.sample);
    return linearGain(before.db + (after.db - before.db) * part);
  }
}
