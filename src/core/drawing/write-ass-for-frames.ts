import { firstAtOrAfter } from '../time/first-at-or-after.js';
import type { Sprite } from './sprite.js';
import { type DrawingFrame, writeAssDrawing } from './write-ass.js';

/**
 * Writes the sprites of selected frames to an ASS document. Frame k of the document shows frame `frames[k]`.
 *
 * @param frames absolute and ascending
 * @returns null if none of the frames shows a sprite
 */
export function writeAssForFrames(
  sprites: readonly Sprite[],
  frames: readonly number[],
  frame: DrawingFrame,
): string | null {
  const visible: Sprite[] = [];
  for (const sprite of sprites) {
    const startFrame = firstAtOrAfter(frames, sprite.startFrame);
    const endFrame = firstAtOrAfter(frames, sprite.endFrame);
    if (endFrame > startFrame) visible.push({ ...sprite, startFrame, endFrame });
  }
  return visible.length === 0 ? null : writeAssDrawing(visible, frame);
}
