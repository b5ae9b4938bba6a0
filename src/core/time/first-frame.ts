import type { FrameRate } from '../project/types/index.js';

/**
 * The first frame shown at or after a time: the least n with `n / fps >= ms / 1000`.
 * Whole numbers throughout, so 23.976 and a two-hour video are as exact as 25 and a second.
 */
export function firstFrameAt(ms: number, fps: FrameRate): number {
  return Math.max(0, Math.ceil((ms * fps.num) / (fps.den * 1000)));
}
