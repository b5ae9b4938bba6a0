import { PEAK_REACH, type PeakFinder } from './peaks.js';

const CHANNELS = 2;
/** The gain goes down over 5 ms and is down when a peak comes. */
const AHEAD = 240;
/** Time constant of the release: 100 ms in samples. */
const RELEASE = 4800;
/** A smaller reduction is inaudible and counts as none. */
const SMALLEST = 1e-6;

/**
 * Keeps sound below a ceiling by turning it down smoothly around its peaks. The gain is down before a peak
 * and recovers slowly, where clipping would distort the wave. Sound below the ceiling passes unchanged.
 *
 * Input and output are interleaved stereo at 48 kHz, in pieces. The output is delayed but complete.
 */
export class Limiter {
  private readonly delay = AHEAD - 1 + PEAK_REACH;
  /** Samples whose peaks are not known yet, with the samples around them. */
  private pending: Float32Array = new Float32Array(PEAK_REACH * CHANNELS);
  /** Samples whose peaks are known and whose gain is not. */
  private waiting: Float32Array = new Float32Array(0);
  /** The reduction that each of the last samples needs, in a ring; 0 for none. */
  private readonly needs = new Float64Array(AHEAD);
  /** The reductions after release, in a ring. */
  private readonly reductions = new Float64Array(AHEAD);
  private at = 0;
  /** The number of nonzero `reductions`, and their sum. */
  private reducedCount = 0;
  private sum = 0;
  /** The largest of `needs`. */
  private maxNeed = 0;
  /** The current reduction, which falls slowly after a peak. */
  private reduction = 0;
  private peakCount = 0;

  constructor(
    private readonly ceiling: number,
    private readonly peaksOf: PeakFinder,
  ) {}

  push(samples: Float32Array): Float32Array {
    const known = join(this.pending, samples);
    const count = known.length / CHANNELS - 2 * PEAK_REACH;
    if (count <= 0) {
      this.pending = known;
      return new Float32Array(0);
    }
    const peaks = this.peaksOf(known, count, this.ceiling);
    const from = PEAK_REACH * CHANNELS;
    this.waiting = join(this.waiting, known.subarray(from, from + count * CHANNELS));
    this.pending = known.slice(count * CHANNELS);
    return this.applyGains(peaks);
  }

  /** Returns the rest after the last samples. */
  end(): Float32Array {
    const silence = new Float32Array(this.delay * CHANNELS);
    return this.push(silence);
  }

  /** Returns the samples whose gains are known: one for each peak after the first ones. */
  private applyGains(peaks: Float32Array): Float32Array {
    const ready = Math.max(0, Math.min(peaks.length, this.peakCount + peaks.length - (AHEAD - 1)));
    const output = this.waiting.slice(0, ready * CHANNELS);
    let written = 0;
    for (let index = 0; index < peaks.length; index++) {
      const peak = peaks[index]!;
      const gain = this.gainAfter(peak > this.ceiling ? 1 - this.ceiling / peak : 0);
      if (++this.peakCount < AHEAD) continue;
      if (gain !== 1) {
        for (let channel = 0; channel < CHANNELS; channel++) {
          output[written * CHANNELS + channel]! *= gain;
        }
      }
      written++;
    }
    this.waiting = this.waiting.slice(ready * CHANNELS);
    return output;
  }

  /**
   * Returns the gain of the sample `AHEAD - 1` before the newest one. The reduction is the mean, over that
   * time, of the largest reduction that any sample needs, so the gain is down when the peak comes.
   */
  private gainAfter(need: number): number {
    const { needs, reductions, at } = this;
    const oldest = needs[at]!;
    needs[at] = need;
    if (need >= this.maxNeed) this.maxNeed = need;
    else if (oldest === this.maxNeed) this.maxNeed = largest(needs);
    this.reduction = Math.max(this.maxNeed, this.reduction - this.reduction / RELEASE);
    if (this.reduction < SMALLEST) this.reduction = 0;
    if (reductions[at] !== 0) this.reducedCount--;
    if (this.reduction !== 0) this.reducedCount++;
    // The sum restarts in pauses, so that rounding errors do not add up.
    this.sum = this.reducedCount === 0 ? 0 : this.sum + this.reduction - reductions[at]!;
    reductions[at] = this.reduction;
    this.at = (at + 1) % AHEAD;
    return this.reducedCount === 0 ? 1 : 1 - this.sum / AHEAD;
  }
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let index = 0; index < values.length; index++) most = Math.max(most, values[index]!);
  return most;
}

function join(first: Float32Array, second: Float32Array): Float32Array {
  const both = new Float32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
