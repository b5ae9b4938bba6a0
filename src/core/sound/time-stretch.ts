const CHANNELS = 2;
/** Samples from one grain to the next: 12 ms at 48 kHz. A grain has twice this length. */
const HOP = 576;
const GRAIN = 2 * HOP;
/** How far a grain may move to fit the one before: more than half a period of the lowest voices. */
const REACH = 384;
/** The search first uses every fourth sample, then all samples around the best match. */
const COARSE = 4;

/** Returns the number of samples of a sound at another speed. */
export function stretchedSamples(samples: number, speed: number): number {
  return Math.round(samples / speed);
}

/**
 * Changes the speed of sound and keeps its pitch, by waveform similarity overlap-add (Verhelst and Roelands,
 * 1993). Each grain comes from its exact time in the source, moved by at most 8 ms to continue the grain
 * before it. Errors do not add up: sample n of the result comes from within 8 ms of `n * speed` in the source,
 * and the length is exact.
 *
 * Input and output are interleaved stereo at 48 kHz, in pieces.
 */
export class TimeStretch {
  /** Source samples that are still needed, starting at source position `start`. */
  private input: Float32Array = new Float32Array(0);
  private start = 0;
  private received = 0;
  /** The faded second half of the last grain, to add to the first half of the next one. */
  private readonly tail = new Float32Array(HOP * CHANNELS);
  private grains = 0;
  /** The source position where the last grain would continue. */
  private next = 0;

  /** @param speed above 1 is faster */
  constructor(private readonly speed: number) {}

  /** Takes the next samples of the source and returns the finished samples. */
  push(samples: Float32Array): Float32Array {
    const joined = new Float32Array(this.input.length + samples.length);
    joined.set(this.input);
    joined.set(samples, this.input.length);
    this.input = joined;
    this.received += samples.length / CHANNELS;
    const pieces: Float32Array[] = [];
    while (this.neededFor(this.grains) <= this.received) pieces.push(this.nextGrain());
    this.dropUsedInput();
    return concatenate(pieces);
  }

  /** Returns the rest after the end of the source: pads it with silence and cuts it at the exact length. */
  end(): Float32Array {
    const sourceSamples = this.received;
    const missing = stretchedSamples(sourceSamples, this.speed) - this.grains * HOP;
    if (missing <= 0) return new Float32Array(0);
    const last = this.grains + Math.ceil(missing / HOP) - 1;
    const needed = this.idealStart(last + 1) + REACH + HOP + GRAIN;
    const silence = Math.max(0, needed - sourceSamples);
    const rest = this.push(new Float32Array(silence * CHANNELS));
    return rest.subarray(0, missing * CHANNELS);
  }

  /** Returns the number of source samples needed to place a grain and to know that the result reaches its end. */
  private neededFor(grain: number): number {
    const toPlace = Math.max(this.idealStart(grain) + REACH, this.next) + GRAIN;
    return Math.max(toPlace, Math.ceil((grain + 1) * HOP * this.speed) + 1);
  }

  private idealStart(grain: number): number {
    return Math.round(grain * HOP * this.speed);
  }

  private nextGrain(): Float32Array {
    const from = this.grains === 0 ? 0 : this.bestStart(this.idealStart(this.grains));
    const output = new Float32Array(HOP * CHANNELS);
    const base = (from - this.start) * CHANNELS;
    for (let index = 0; index < HOP; index++) {
      // The first grain starts with the source and is not faded in.
      const rise = this.grains === 0 ? 1 : FADE_IN[index]!;
      for (let channel = 0; channel < CHANNELS; channel++) {
        const at = index * CHANNELS + channel;
        output[at] = this.tail[at]! + rise * this.input[base + at]!;
        this.tail[at] = (1 - FADE_IN[index]!) * this.input[base + HOP * CHANNELS + at]!;
      }
    }
    this.next = from + HOP;
    this.grains++;
    return output;
  }

  /** Returns the start near `ideal` where the source is most similar to the continuation of the last grain. */
  private bestStart(ideal: number): number {
    const low = Math.max(0, ideal - REACH);
    const high = ideal + REACH;
    const coarse = this.search(low, high, COARSE, ideal);
    return this.search(Math.max(low, coarse - COARSE), Math.min(high, coarse + COARSE), 1, ideal);
  }

  private search(low: number, high: number, step: number, ideal: number): number {
    let best = ideal;
    let bestSimilarity = -Infinity;
    for (let start = low; start <= high; start += step) {
      const similarity = this.similarity(start, step);
      const isNearer =
        similarity === bestSimilarity && Math.abs(start - ideal) < Math.abs(best - ideal);
      if (similarity > bestSimilarity || isNearer) {
        best = start;
        bestSimilarity = similarity;
      }
    }
    return best;
  }

  /** Returns the normalized cross-correlation of the source at `start` with the continuation of the last grain. */
  private similarity(start: number, step: number): number {
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

  /** Drops source samples that no later grain reads. */
  private dropUsedInput(): void {
    const keep = Math.max(
      this.start,
      Math.min(this.received, this.next, this.idealStart(this.grains) - REACH),
    );
    this.input = this.input.slice((keep - this.start) * CHANNELS);
    this.start = keep;
  }
}

/** The rising half of a Hann window, which adds up to 1 with its mirror image. */
const FADE_IN = Float32Array.from(
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
