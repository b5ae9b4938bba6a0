import { JobFailure } from '../job/job-failure.js';
import { firstAtOrAfter } from '../time/first-at-or-after.js';
import type { Sprite } from './sprite.js';
import { type DrawingFrame, writeAssDrawing } from './write-ass.js';

/** A text of V8 has at most 2^29 characters, and several documents are in memory at once. */
const MAX_DOCUMENT_LENGTH = 2 ** 28;

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
  requireLength(visible);
  return visible.length === 0 ? null : writeAssDrawing(visible, frame);
}

/** @throws JobFailure MEDIA_LIMIT_EXCEEDED before a document is written that no text can hold */
function requireLength(sprites: readonly Sprite[]): void {
  const length = sprites.reduce((sum, { shape }) => sum + shape.commands.length, 0);
  if (length <= MAX_DOCUMENT_LENGTH) return;
  throw new JobFailure(
    'MEDIA_LIMIT_EXCEEDED',
    `Expected at most ${MAX_DOCUMENT_LENGTH} characters of outlines in one segment, but got ${length}. Use less text, a simpler font, or another caption style.`,
  );
}
