import type { FrameRate } from '../project/types/index.js';

/**
 * The ASS time (h:mm:ss.cc) at which an event must begin to be seen first in a frame, or end to be
 * seen last in the frame before it.
 *
 * ffmpeg's filter draws frame n at `trunc(n * timebase * 1000)` ms, in floating point, and an event
 * is drawn from its start up to, not including, its end. Half a frame before the frame, rounded to
 * the centisecond ASS knows, lies far enough from both neighbours to survive any of these roundings
 * up to 90 frames a second.
 */
export function assTimeBeforeFrame(frame: number, fps: FrameRate): string {
  const centiseconds = Math.max(
    0,
    Math.floor(((2 * frame - 1) * fps.den * 100 + fps.num) / (2 * fps.num)),
  );
  return formatAssTime(centiseconds);
}

/** Formats an ASS time, `h:mm:ss.cc`. */
export function formatAssTime(centiseconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(centiseconds / 100);
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}.${two(centiseconds % 100)}`;
}
