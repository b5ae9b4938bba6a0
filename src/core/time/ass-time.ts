import type { FrameRate } from '../project/types/index.js';

/**
 * The ASS time (h:mm:ss.cc) for an event that starts in a frame, or that ends before it.
 *
 * ffmpeg's filter draws frame n at `trunc(n * timebase * 1000)` ms, in floating point, and draws an event
 * from its start up to, but not including, its end. Half a frame before the frame, rounded to the
 * centiseconds of ASS, is far enough from both neighbors to survive these roundings up to 90 frames per
 * second.
 */
export function assTimeBeforeFrame(frame: number, fps: FrameRate): string {
  const centiseconds = Math.max(
    0,
    Math.floor(((2 * frame - 1) * fps.den * 100 + fps.num) / (2 * fps.num)),
  );
  return formatAssTime(centiseconds);
}

/** The frame of a time from {@link assTimeBeforeFrame}. */
export function frameOfAssTime(time: string, fps: FrameRate): number {
  const [hours, minutes, seconds] = time.split(':').map(Number) as [number, number, number];
  const centiseconds = Math.round(100 * (3600 * hours + 60 * minutes + seconds));
  // Frame 0 has no time before it.
  if (centiseconds === 0) return 0;
  return Math.round((centiseconds * fps.num) / (fps.den * 100) + 0.5);
}

/** Formats an ASS time, `h:mm:ss.cc`. */
export function formatAssTime(centiseconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(centiseconds / 100);
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}.${two(centiseconds % 100)}`;
}
