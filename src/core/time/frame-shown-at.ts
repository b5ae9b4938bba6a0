import type { FrameRate } from '../project/types/index.js';

/** Times that clients compute from frames must not end up in the frame before. */
const ROUNDING_FRAMES = 1e-4;

/** The number of the frame that shows at a time in seconds, also after the end of the video. */
export function frameShownAt(seconds: number, { num, den }: FrameRate): number {
  return Math.floor((seconds * num) / den + ROUNDING_FRAMES);
}
