import type { FrameRate, Timing } from '../project/types/index.js';
import { nearestFrame, samplesOfMs } from '../time/time.js';
import type { Container } from './element-span.js';

/** The frames in which an element without a source is visible, or null if there are none. */
export function drawnFrames(
  { startMs, duration }: Timing,
  { startSample, endSample }: Container,
  fps: FrameRate,
): { startFrame: number; endFrame: number } | null {
  const start = startSample + samplesOfMs(startMs);
  const length = typeof duration === 'number' ? samplesOfMs(duration) : Infinity;
  const startFrame = nearestFrame(start, fps);
  const endFrame = nearestFrame(Math.min(endSample, start + length), fps);
  return endFrame > startFrame ? { startFrame, endFrame } : null;
}
