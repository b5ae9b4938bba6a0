import { CHANNELS } from '../timeline/mix.js';

/** Samples of a slice: 5 ms at 48 kHz, shorter than a frame and longer than a wave of most voices. */
export const SLICE_SAMPLES = 240;

/** The power of a sound in slices, as sums, so that the power between two samples takes one subtraction. */
export interface SoundPower {
  /** Where the first slice begins, in samples at 48 kHz. */
  readonly startSample: number;
  /** At k, the sum of the mean squares of the first k slices. Full scale has a mean square of 1. */
  readonly sums: Float64Array;
}

/** Measures the power of a stereo sound, which it gets in parts of any length. */
export class PowerMeter {
  private readonly sums: Float64Array;
  private slice = 0;
  private count = 0;
  private square = 0;

  constructor(
    private readonly startSample: number,
    samples: number,
  ) {
    this.sums = new Float64Array(Math.ceil(samples / SLICE_SAMPLES) + 1);
  }

  /** @param samples interleaved */
  add(samples: Float32Array): void {
    for (let at = 0; at < samples.length; at += CHANNELS) {
      const [left, right] = [samples[at]!, samples[at + 1]!];
      this.square += left * left + right * right;
      if (++this.count === SLICE_SAMPLES) this.endSlice();
    }
  }

  /** The power of all samples so far. What is missing to the announced length is silent. */
  end(): SoundPower {
    if (this.count > 0) this.endSlice();
    this.sums.fill(this.sums[this.slice]!, this.slice + 1);
    return { startSample: this.startSample, sums: this.sums };
  }

  private endSlice(): void {
    this.sums[this.slice + 1] = this.sums[this.slice]! + this.square / (CHANNELS * SLICE_SAMPLES);
    this.slice++;
    this.count = 0;
    this.square = 0;
  }
}

/** The root mean square between two samples, 0 to about 1. Outside of what was measured is silence. */
export function rmsBetween(power: SoundPower, from: number, to: number): number {
  const slices = (to - from) / SLICE_SAMPLES;
  return Math.sqrt(Math.max(0, sumTo(power, to) - sumTo(power, from)) / slices);
}

function sumTo({ startSample, sums }: SoundPower, sample: number): number {
  const last = sums.length - 1;
  const at = Math.max(0, Math.min(last, (sample - startSample) / SLICE_SAMPLES));
  const whole = Math.floor(at);
  const before = sums[whole]!;
  return whole === last ? before : before + (sums[whole + 1]! - before) * (at - whole);
}
