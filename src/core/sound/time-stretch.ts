const CHANNELS = 2;
/** Samples at 48 kHz from one grain to the next, 12 ms; a grain is two of them long. */
const HOP = 576;
const GRAIN = 2 * HOP;
/** How far a grain may be moved to fit the one before: more than half a period of the lowest voices. */
const REACH = 384;
/** The search runs on every fourth sample first, then around the best of these on all. */
const COARSE = 4;

/** How many samples a sound of so many has at another speed. */
export function stretchedSamples(samples: number, speed: number): number {
  return Math.round(samples / speed);
}

/**
 * Changes the speed of sound and keeps its pitch: waveform similarity overlap-add (Verhelst and
 * Roelands, 1993). Grains are taken from where the time says, moved by at most 8 ms to where they
 * continue the one before, so that no error adds up: sample n of the result is what the source has
 * within 8 ms of `n * speed`, and the length is exact.
 *
 * Interleaved stereo at 48 kHz goes in piece by piece and comes out piece by piece.
 */
export class TimeStretch {
  /** Source samples that are still needed, from source position `start` on. */
  private input: Float32Array = new Float32Array(0);
  private start = 0;
  private received = 0;
  /** The second half of the last grain, faded out: it is added to the first half of the next. */
  private readonly tail = new Float32Array(HOP * CHANNELS);
  private grains = 0;
  /** Where the last grain would go on in the source. */
  private next = 0;

  /** @param speed above 1 is faster */
  constructor(private readonly speed: number) {}

  /** Takes the next samples of the source; returns what is finished by them. */
  push(samples: Float32Array): Float32Array {
    const joined = new Float32Array(this.input.length + samples.length);
    joined.set(this.input);
    joined.set(samples, this.input.length);
    this.input = joined;
    this.received += samples.length / CHANNELS;
    const pieces: Float32Array[] = [];
    while (this.neededFor(this.grains) <= this.received) pieces.push(this.grain());
    this.dropUsedInput();
    return concatenate(pieces);
  }

  /** The rest, after the source has ended: fills up with silence and cuts at the exact length. */
  end(): Float32Array {
    const sourceSamples = this.received;
    const missing = stretchedSamples(sourceSamples, this.speed) - this.grains * HOP;
    if (missing <= 0) return new Float32Array(0);
    const last = this.grains + Math.ceil(missing / HOP) - 1;
    const needed = this.ideal(last + 1) + REACH + HOP + GRAIN;
    const silence = Math.max(0, needed - sourceSamples);
    const rest = this.push(new Float32Array(silence * CHANNELS));
    return rest.subarray(0, missing * CHANNELS);
  }

  /** Source samples that must be there to place a grain, and to know that the result reaches its end. */
  private neededFor(grain: number): number {
    const toPlace = Math.max(this.ideal(grain) + REACH, this.next) + GRAIN;
    return Math.max(toPlace, Math.ceil((grain + 1) * HOP * this.speed) + 1);
  }

  private ideal(grain: number): number {
    return Math.round(grain * HOP * this.speed);
  }

  private grain(): Float32Array {
    const from = this.grains === 0 ? 0 : this.bestStart(this.ideal(this.grains));
    const output = new Float32Array(HOP * CHANNELS);
    const base = (from - this.start) * CHANNELS;
    for (let index = 0; index < HOP; index++) {
      // The first grain has none before it: its beginning is the source's.
      const rise = this.grains === 0 ? 1 : RISE[index]!;
      for (let channel = 0; channel < CHANNELS; channel++) {
        const at = index * CHANNELS + channel;
        output[at] = this.tail[at]! + rise * this.input[base + at]!;
        this.tail[at] = (1 - RISE[index]!) * this.input[base + HOP * CHANNELS + at]!;
      }
    }
    this.next = from + HOP;
    this.grains++;
    return output;
  }

  /** The start near `ideal` at which the source is most like what would follow the last grain. */
  private bestStart(ideal: number): number {
    const low = Math.max(0, ideal - REACH);
    const high = ideal + REACH;
    const coarse = this.search(low, high, COARSE, ideal);
    return this.search(Math.max(low, coarse - COARSE), Math.min(high, coarse + COARSE), 1, ideal);
  }

  private search(low: number, high: number, step: number, ideal: number): number {
    let best = ideal;
    let bestLikeness = -Infinity;
    for (let start = low; start <= high; start += step) {
      const likeness = this.likeness(start, step);
      const nearer = likeness === bestLikeness && Math.abs(start - ideal) < Math.abs(best - ideal);
      if (likeness > bestLikeness || nearer) {
        best = start;
        bestLikeness = likeness;
      }
    }
    return best;
  }

  /** Normalised cross-correlation of the source at `start` with the last grain's continuation. */
  private likeness(start: number, step: number): number {
    const { input } = this;
    const a = (start - this.start) * CHANNELS;
    const b = (this.next - this.start) * CHANNELS;
    let product = 0;
    let energy = 0;
    for (let index = 0; index < HOP; index += step) {
      const at = index * CHANNELS;
      const candidate = input[a + at]! + input[a + at + 1]!;
      product += candidate * (input[b + at]! + input[b + at + 1]!);
      energy += candidate * candidate;
    }
    return energy > 0 ? product / Math.sqrt(energy) : 0;
  }

  /** Lets go of what no later grain reads. */
  private dropUsedInput(): void {
    const keep = Math.max(
      this.start,
      Math.min(this.received, this.next, this.ideal(this.grains) - REACH),
    );
    this.input = this.input.slice((keep - this.start) * CHANNELS);
    this.start = keep;
  }
}

/** Half of a Hann window, which with its mirror adds up to one. */
const RISE = Float32Array.from(
  { length: HOP },
  (_, index) => 0.5 - 0.5 * Math.cos((Math.PI * (index + 0.5)) / HOP),
);

function concatenate(pieces: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
