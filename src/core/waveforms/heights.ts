import type { Waveform } from '../project/types/index.js';
import { SAMPLE_RATE, samplesOfMs } from '../time/time.js';
import { rmsBetween, type SoundPower } from './power.js';

/** Shorter sounds are not seen one by one, and would make bars tremble. */
const LEAST_WINDOW = 0.06 * SAMPLE_RATE;
/** -50 dB: what is quieter is noise, which is not made larger. */
const QUIETEST = 10 ** (-50 / 20);
/** Loudness is not felt in proportion to the pressure of sound (Stevens's power law). */
const EXPONENT = 0.67;

/** The time of a waveform in samples at 48 kHz. */
export interface WaveformTime {
  readonly startSample: number;
  /** Exclusive. */
  readonly endSample: number;
}

/** The heights of the bars, from left to right, as shares of the height of the box. */
export type Heights = Float64Array;

/** The part of the sound that a bar of the mode `live` shows. */
function liveWindow({ bars, spanMs }: Waveform): number {
  return Math.max(LEAST_WINDOW, samplesOfMs(spanMs) / bars);
}

/** The largest root mean square that shows, with which heights are compared. 0 if nothing is heard. */
export function loudest(waveform: Waveform, power: SoundPower, time: WaveformTime): number {
  const { startSample, endSample } = time;
  const length = endSample - startSample;
  const step = waveform.mode === 'live' ? liveWindow(waveform) / 2 : length / waveform.bars;
  const window = waveform.mode === 'live' ? 2 * step : step;
  let most = 0;
  for (let at = startSample; at < endSample; at += step)
    most = Math.max(most, rmsBetween(power, at, at + window));
  return most;
}

/** The heights of a waveform that shows the sound of its whole time. */
export function wholeHeights(waveform: Waveform, power: SoundPower, time: WaveformTime): Heights {
  const reference = loudest(waveform, power, time);
  const slot = (time.endSample - time.startSample) / waveform.bars;
  return heights(waveform, reference, (index) => {
    const from = time.startSample + index * slot;
    return rmsBetween(power, from, from + slot);
  });
}

/**
 * The heights of a waveform that moves with the sound: what is heard at the moment is in the middle, what was heard
 * on the left.
 *
 * @param reference the result of {@link loudest}
 * @param at the moment in samples
 */
export function liveHeights(
  waveform: Waveform,
  power: SoundPower,
  reference: number,
  at: number,
): Heights {
  const window = liveWindow(waveform);
  const slot = samplesOfMs(waveform.spanMs) / waveform.bars;
  return heights(waveform, reference, (index) => {
    const middle = at + (index + 0.5 - waveform.bars / 2) * slot;
    return rmsBetween(power, middle - window / 2, middle + window / 2);
  });
}

function heights(
  { bars, amplitude }: Waveform,
  reference: number,
  rmsOf: (index: number) => number,
): Heights {
  const all = new Float64Array(bars);
  const full = Math.max(QUIETEST, reference);
  for (let index = 0; index < bars; index++)
    all[index] = Math.min(1, amplitude * (rmsOf(index) / full) ** EXPONENT);
  return all;
}
