const CHANNELS = 2;
/** 100 ms at 48 kHz: the distance between the starts of gating blocks of 400 ms. */
const STEP = 4800;
const STEPS_PER_BLOCK = 4;
const ABSOLUTE_GATE = -70;
const RELATIVE_GATE = -10;

/**
 * The K-weighting of ITU-R BS.1770-4, annex 1, tables 1 and 2, for 48 kHz: two second-order sections,
 * each as b0, b1, b2, a1, a2.
 */
const K_WEIGHTING = [
  [1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585],
  [1, -2, 1, -1.99004745483398, 0.99007225036621],
] as const;
const SECTIONS = K_WEIGHTING.length;

/**
 * Measures the integrated loudness of stereo sound at 48 kHz (ITU-R BS.1770-4): K-weighted power in
 * overlapping blocks of 400 ms, without blocks below -70 LUFS and then without blocks more than 10 LU below
 * the mean of the rest.
 */
export class LoudnessMeter {
  /** Two values for each section of each channel. */
  private readonly states = new Float64Array(CHANNELS * SECTIONS * 2);
  /** K-weighted energy of both channels in each step. */
  private readonly steps: number[] = [];
  private energy = 0;
  private count = 0;

  /** Measures the next interleaved samples. */
  push(samples: Float32Array): void {
    for (let index = 0; index < samples.length; index += CHANNELS) {
      for (let channel = 0; channel < CHANNELS; channel++) {
        this.energy += this.weighted(samples[index + channel]!, channel) ** 2;
      }
      if (++this.count === STEP) {
        this.steps.push(this.energy);
        this.energy = 0;
        this.count = 0;
      }
    }
  }

  /** Returns the loudness in LUFS; minus infinity when nothing is loud enough to count. */
  integrated(): number {
    const powers: number[] = [];
    for (let first = 0; first + STEPS_PER_BLOCK <= this.steps.length; first++) {
      let sum = 0;
      for (let step = first; step < first + STEPS_PER_BLOCK; step++) sum += this.steps[step]!;
      powers.push(sum / (STEP * STEPS_PER_BLOCK));
    }
    const loud = powers.filter((power) => lufs(power) > ABSOLUTE_GATE);
    if (loud.length === 0) return -Infinity;
    const gate = lufs(mean(loud)) + RELATIVE_GATE;
    return lufs(mean(loud.filter((power) => lufs(power) > gate)));
  }

  private weighted(sample: number, channel: number): number {
    const { states } = this;
    let value = sample;
    for (let section = 0; section < SECTIONS; section++) {
      const taps = K_WEIGHTING[section]!;
      const at = (channel * SECTIONS + section) * 2;
      const output = taps[0] * value + states[at]!;
      states[at] = taps[1] * value - taps[3] * output + states[at + 1]!;
      states[at + 1] = taps[2] * value - taps[4] * output;
      value = output;
    }
    return value;
  }
}

function lufs(power: number): number {
  return -0.691 + 10 * Math.log10(power);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
