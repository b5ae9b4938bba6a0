import type { FrameRate } from '../project/types/index.js';

/**
 * The first frame at or after a time: the smallest n with `n / fps >= ms / 1000`. The products are whole numbers, so
 * that 23.976 fps and a two-hour video are as exact as 25 fps and one second.
 */
export function firstFrameAt(ms: number, fps: FrameRate): number {
  return Math.max(0, Math.ceil((ms * fps.num) / (fps.den * 1000)));
}
