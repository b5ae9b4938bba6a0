const CHANNELS = 2;
const PHASES = 4;
/** Number of samples on either side that contribute to a value between two samples. */
const REACH = 8;

/** How many samples around a sample its true peak depends on. */
export const PEAK_REACH = REACH;

/**
 * Finds the peak of a stereo signal around each sample: the larger magnitude of both channels.
 *
 * @param samples interleaved samples, with {@link PEAK_REACH} more on either side than `count`
 * @param floor peaks far below this need not be exact
 */
export type PeakFinder = (samples: Float32Array, count: number, floor: number) => Float32Array;

/** Uses the magnitudes of the samples. */
export const samplePeaks: PeakFinder = (samples, count) => {
  const peaks = new Float32Array(count);
  for (let index = 0; index < count; index++) {
    const at = (index + REACH) * CHANNELS;
    peaks[index] = Math.max(Math.abs(samples[at]!), Math.abs(samples[at + 1]!));
  }
  return peaks;
};

/**
 * If both samples are below this share of the floor, the signal between them does not reach the floor: it
 * would have to rise to three times the larger of both.
 */
const INTERPOLATION_THRESHOLD = 0.33;

/** Also interpolates between samples, at four times the sample rate (ITU-R BS.1770-4, annex 2). */
export const truePeaks: PeakFinder = (samples, count, floor) => {
  const peaks = samplePeaks(samples, count, floor);
  for (let index = 0; index < count; index++) {
    const following = index + 1 < count ? peaks[index + 1]! : floor;
    if (Math.max(peaks[index]!, following) < floor * INTERPOLATION_THRESHOLD) continue;
    const first = (index + 1) * CHANNELS;
    for (let phase = 0; phase < PHASE_FILTERS.length; phase++) {
      const taps = PHASE_FILTERS[phase]!;
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

/** Windowed sinc filters for a quarter, a half and three quarters of the way to the next sample. */
const PHASE_FILTERS = Array.from({ length: PHASES - 1 }, (_, phase) => {
  const part = (phase + 1) / PHASES;
  const taps = Array.from({ length: 2 * REACH }, (__, tap) => {
    const distance = tap - (REACH - 1) - part;
    const window = Math.cos((Math.PI * distance) / (2 * REACH)) ** 2;
    return (Math.sin(Math.PI * distance) / (Math.PI * distance)) * window;
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
});
