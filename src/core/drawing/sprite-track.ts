import type { CaptionTrack } from '../render/types.js';
import { firstAtOrAfter } from '../timeline/first-at-or-after.js';
import type { Sprite } from './sprite.js';
import { type DrawingFrame, writeAss } from './write-ass.js';

/**
 * Sprites as the render planner sees them: the frames in which their picture changes, and a document
 * for any choice of frames.
 */
export function spriteTrack(sprites: readonly Sprite[], frame: DrawingFrame): CaptionTrack {
  const changes = new Set(sprites.flatMap(({ startFrame, endFrame }) => [startFrame, endFrame]));
  return {
    changes: [...changes].sort((a, b) => a - b),
    documentOf: (frames) => {
      const shown = sprites
        .map((sprite) => ({
          ...sprite,
          startFrame: firstAtOrAfter(frames, sprite.startFrame),
          endFrame: firstAtOrAfter(frames, sprite.endFrame),
        }))
        .filter((sprite) => sprite.endFrame > sprite.startFrame);
      return shown.length === 0 ? null : writeAss(shown, frame);
    },
  };
}
