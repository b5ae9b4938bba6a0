import { firstAtOrAfter } from '../time/first-at-or-after.js';
import type { Sprite } from './sprite.js';
import { type DrawingFrame, writeAss } from './write-ass.js';

/**
 * A document of chosen frames, absolute and ascending: its frame k shows what stands in `frames[k]`.
 *
 * @returns null when none of them shows any of the sprites
 */
export function documentOf(
  sprites: readonly Sprite[],
  frames: readonly number[],
  frame: DrawingFrame,
): string | null {
  const shown: Sprite[] = [];
  for (const sprite of sprites) {
    const startFrame = firstAtOrAfter(frames, sprite.startFrame);
    const endFrame = firstAtOrAfter(frames, sprite.endFrame);
    if (endFrame > startFrame) shown.push({ ...sprite, startFrame, endFrame });
  }
  return shown.length === 0 ? null : writeAss(shown, frame);
}
