/** A gain in decibels at a sample of the timeline. */
export interface GainPoint {
  readonly sample: number;
  readonly db: number;
}

/** Converts a level in decibels to a linear gain. */
export function linearGain(db: number): number {
  return 10 ** (db / 20);
}

/**
 * Reads an envelope forward, sample by sample. It is linear in decibels between points, and constant before
 * the first and after the last. Without points, the gain is 1.
 */
export class EnvelopeReader {
  private next = 0;

  constructor(private readonly points: readonly GainPoint[]) {}

  /** @param sample at or after the sample of the previous call */
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
