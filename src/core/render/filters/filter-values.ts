import type { FrameRate } from '../../project/types/index.js';

/** Every picture is converted to BT.709 in limited range once. */
export const TO_BT709 = 'out_color_matrix=bt709:out_range=tv';

export const rate = ({ num, den }: FrameRate): string => `${num}/${den}`;
export const timeBase = ({ num, den }: FrameRate): string => `${den}/${num}`;

/** Replaces the timestamps of frames: frame n gets the time of frame n. */
export const frameTimestamps = (fps: FrameRate): string => `settb=${timeBase(fps)},setpts=N`;

/** Repeats one frame `count` times. It is decoded and scaled once, and repeated by reference. */
export function repeatFrame(fps: FrameRate, count: number): string {
  return `loop=loop=-1:size=1:start=0,${firstFrames(fps, count)}`;
}

/**
 * Repeats one frame, with filters that change it from certain frames on. They run once for each of these, and what they make is
 * repeated by reference.
 *
 * @param starts the frames from which on the filters make something else, ascending from 0
 */
export function repeatChanged(
  fps: FrameRate,
  count: number,
  { starts, filters }: { readonly starts: readonly number[]; readonly filters: string },
): string {
  // The last frame ends with the one after it.
  const lengths = [...starts.slice(1), count].map((end, index) => end - starts[index]!);
  const steps = lengths.map((length, index) => `+gt(N,${index})*${length}`);
  const times = `settb=${timeBase(fps)},setpts='gt(N,${lengths.length})*N${steps.join('')}'`;
  return `loop=loop=-1:size=1:start=0,${times},${filters},fps=${rate(fps)},trim=end_frame=${count}`;
}

/**
 * The first `count` frames of an endless stream at a constant rate. `fps` passes all frames, but
 * declares the rate. Picture demuxers claim 25 frames a second, and an unknown rate counts as 25, so at
 * higher rates ffmpeg before 6 would add frames after the last one. `fps` would do the same at the end
 * of a finite stream.
 */
export function firstFrames(fps: FrameRate, count: number): string {
  return `${frameTimestamps(fps)},fps=${rate(fps)},trim=end_frame=${count}`;
}

/** A number for a filter: without an exponent, with six decimals at most. */
export function decimal(value: number): string {
  return String(Number(value.toFixed(6)));
}
