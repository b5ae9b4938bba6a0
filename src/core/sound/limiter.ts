import { PEAK_REACH, type PeakFinder } from './peaks.js';

const CHANNELS = 2;
/** The gain is down when a peak comes, and has gone there over 5 ms. */
const AHEAD = 240;
/** Time constant of the way back up, 100 ms in samples. */
const RELEASE = 4800;
/** Less than this is not heard, and counts as nothing. */
const SMALLEST = 1e-6;

/**
 * Keeps sound below a ceiling by turning it down around its peaks, smoothly: a gain that is there
 * before the peak and comes back slowly, where clipping would bend the wave itself. What stays below
 * the ceiling passes bit by bit as it is.
 *
 * Interleaved stereo at 48 kHz goes in piece by piece; what comes out is late, but none is lost.
 */
export class Limiter {
  private readonly delay = AHEAD - 1 + PEAK_REACH;
  /** Samples whose gain is not known yet, with what the peaks around them need. */
  private pending: Float32Array = new Float32Array(PEAK_REACH * CHANNELS);
  /** Samples whose peaks are known. */
  private waiting: Float32Array = new Float32Array(0);
  /** By how much each of the last samples has to be turned down, oldest first; 0: not at all. */
  private readonly needs = new Float64Array(AHEAD);
  private readonly held = new Float64Array(AHEAD);
  private at = 0;
  /** How many of `held` are not 0, and all of them together. */
  private heldCount = 0;
  private sum = 0;
  /** The largest of `needs`. */
  private most = 0;
  private down = 0;
  private seen = 0;

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
    return this.turnDown(peaks);
  }

  /** The rest, after the last samples. */
  end(): Float32Array {
    const silence = new Float32Array(this.delay * CHANNELS);
    return this.push(silence);
  }

  /** Gives out as many samples as it knows the gains of: one for each peak after the first ones. */
  private turnDown(peaks: Float32Array): Float32Array {
    const ready = Math.max(0, Math.min(peaks.length, this.seen + peaks.length - (AHEAD - 1)));
    const output = this.waiting.slice(0, ready * CHANNELS);
    let written = 0;
    for (let index = 0; index < peaks.length; index++) {
      const peak = peaks[index]!;
      const gain = this.gainAfter(peak > this.ceiling ? 1 - this.ceiling / peak : 0);
      if (++this.seen < AHEAD) continue;
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
   * The gain of the sample that came `AHEAD - 1` before the newest: the mean over that time of the
   * most that any sample within it needs, so that it has come down when the peak is there.
   */
  private gainAfter(need: number): number {
    const { needs, held, at } = this;
    const leaves = needs[at]!;
    needs[at] = need;
    if (need >= this.most) this.most = need;
    else if (leaves === this.most) this.most = largest(needs);
    this.down = Math.max(this.most, this.down - this.down / RELEASE);
    if (this.down < SMALLEST) this.down = 0;
    if (held[at] !== 0) this.heldCount--;
    if (this.down !== 0) this.heldCount++;
    // Rounding of the sum does not add up over pauses: there it begins anew.
    this.sum = this.heldCount === 0 ? 0 : this.sum + this.down - held[at]!;
    held[at] = this.down;
    this.at = (at + 1) % AHEAD;
    return this.heldCount === 0 ? 1 : 1 - this.sum / AHEAD;
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
