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
      const [first, last] = [frames[0] ?? Infinity, frames.at(-1) ?? -Infinity];
      const shown: Sprite[] = [];
      for (const sprite of sprites) {
        // Most belong to other parts of the video.
        if (sprite.endFrame <= first || sprite.startFrame > last) continue;
        const startFrame = firstAtOrAfter(frames, sprite.startFrame);
        const endFrame = firstAtOrAfter(frames, sprite.endFrame);
        if (endFrame > startFrame) shown.push({ ...sprite, startFrame, endFrame });
      }
      return shown.length === 0 ? null : writeAss(shown, frame);
    },
  };
}
