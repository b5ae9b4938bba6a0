import type { FrameRate } from '../project/types/index.js';

/** All sound is mixed at this rate; audio positions and lengths are whole samples of it. */
export const SAMPLE_RATE = 48_000;

/** Samples at 48 kHz in a whole number of milliseconds: exact. */
export function samplesOfMs(ms: number): number {
  return (ms * SAMPLE_RATE) / 1000;
}

/** The frame boundary nearest to a sample position. Exact up to 2^53 / 60,000 samples (36 days). */
export function nearestFrame(sample: number, { num, den }: FrameRate): number {
  return Math.round((sample * num) / (SAMPLE_RATE * den));
}

/** Where a frame starts, in samples; not always whole. */
export function sampleOfFrame(frame: number, { num, den }: FrameRate): number {
  return (frame * SAMPLE_RATE * den) / num;
}
