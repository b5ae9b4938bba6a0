import type { FrameRate } from '../project/types/index.js';

/** All sound is mixed at this rate. Audio positions and lengths are whole samples at it. */
export const SAMPLE_RATE = 48_000;

/** Milliseconds as the nearest whole number of samples at 48 kHz. Exact for whole milliseconds. */
export function samplesOfMs(ms: number): number {
  return Math.round((ms * SAMPLE_RATE) / 1000);
}

/** Samples at 48 kHz as milliseconds, which is not always a whole number. */
export function msOfSamples(samples: number): number {
  return (samples * 1000) / SAMPLE_RATE;
}

/** The frame boundary nearest to a sample position. Exact up to 2^53 / 60,000 samples (36 days). */
export function nearestFrame(sample: number, { num, den }: FrameRate): number {
  return Math.round((sample * num) / (SAMPLE_RATE * den));
}

/** Milliseconds as the nearest whole number of frames. */
export function framesOfMs(ms: number, fps: FrameRate): number {
  return nearestFrame(samplesOfMs(ms), fps);
}

/** The start of a frame in samples, which is not always a whole number. */
export function sampleOfFrame(frame: number, { num, den }: FrameRate): number {
  return (frame * SAMPLE_RATE * den) / num;
}
