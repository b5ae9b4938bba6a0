const CHANNELS = 2;
const PHASES = 4;
/** Samples on either side that the value between two samples is computed from. */
const REACH = 8;

/** How far ahead of a sample the true peak around it looks. */
export const PEAK_REACH = REACH;

/**
 * How loud a stereo signal is around each sample: the larger of both channels, as a magnitude.
 *
 * @param samples interleaved, with {@link PEAK_REACH} samples more on either side than `count`
 * @param floor peaks that do not come near it need not be exact
 */
export type PeakFinder = (samples: Float32Array, count: number, floor: number) => Float32Array;

/** The samples themselves. */
export const samplePeaks: PeakFinder = (samples, count) => {
  const peaks = new Float32Array(count);
  for (let index = 0; index < count; index++) {
    const at = (index + REACH) * CHANNELS;
    peaks[index] = Math.max(Math.abs(samples[at]!), Math.abs(samples[at + 1]!));
  }
  return peaks;
};

/**
 * Between two samples of which none is that high, the signal does not reach the floor: it would have
 * to swing up by three times as much as both.
 */
const WORTH_A_LOOK = 0.33;

/** Also what lies between a sample and the next, at four times the rate (ITU-R BS.1770-4, annex 2). */
export const truePeaks: PeakFinder = (samples, count, floor) => {
  const peaks = samplePeaks(samples, count, floor);
  for (let index = 0; index < count; index++) {
    const following = index + 1 < count ? peaks[index + 1]! : floor;
    if (Math.max(peaks[index]!, following) < floor * WORTH_A_LOOK) continue;
    const first = (index + 1) * CHANNELS;
    for (let phase = 0; phase < BETWEEN.length; phase++) {
      const taps = BETWEEN[phase]!;
      let left = 0;
      let right = 0;
      for (let tap = 0; tap < taps.length; tap++) {
        left += taps[tap]! * samples[first + tap * CHANNELS]!;
        right += taps[tap]! * samples[first + tap * CHANNELS + 1]!;
      }
      const most = Math.max(Math.abs(left), Math.abs(right));
      if (most > peaks[index]!) peaks[index] = most;
    }
  }
  return peaks;
};

/** Windowed sinc for a quarter, a half and three quarters of the way to the next sample. */
const BETWEEN = Array.from({ length: PHASES - 1 }, (_, phase) => {
  const part = (phase + 1) / PHASES;
  const taps = Array.from({ length: 2 * REACH }, (__, tap) => {
    const distance = tap - (REACH - 1) - part;
    const window = Math.cos((Math.PI * distance) / (2 * REACH)) ** 2;
    return (Math.sin(Math.PI * distance) / (Math.PI * distance)) * window;
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
});
