import type { FrameRate } from '../../project/types/index.js';

/** Every picture becomes BT.709 in limited range once, whatever it was. */
export const TO_BT709 = 'out_color_matrix=bt709:out_range=tv';

export const rate = ({ num, den }: FrameRate): string => `${num}/${den}`;
export const timeBase = ({ num, den }: FrameRate): string => `${den}/${num}`;

/** Frames numbered one after another, whatever times they had. */
export const frameTimestamps = (fps: FrameRate): string => `settb=${timeBase(fps)},setpts=N`;

/** One frame, shown `count` times: decoded and scaled once, repeated by reference. */
export function repeatFrame(fps: FrameRate, count: number): string {
  return `loop=loop=-1:size=1:start=0,${firstFrames(fps, count)}`;
}

/**
 * The first `count` frames of a stream without end, each the length of one. `fps` lets all pass and says
 * so: readers of pictures claim 25 a second, and where a rate is unknown it counts as 25, so that at
 * higher ones ffmpeg (before 6) would fill up after the last frame. At an end `fps` would do so too.
 */
export function firstFrames(fps: FrameRate, count: number): string {
  return `${frameTimestamps(fps)},fps=${rate(fps)},trim=end_frame=${count}`;
}

/** A number as filters read it: no exponent, no more digits than matter. */
export function decimal(value: number): string {
  return String(Number(value.toFixed(6)));
}
