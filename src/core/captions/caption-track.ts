import type { CaptionSettings, FrameRate } from '../project/types.js';
import type { CaptionTrack } from '../render/types.js';
import { firstAtOrAfter } from '../timeline/first-at-or-after.js';
import type { Cue } from './types.js';
import { writeAss } from './write-ass.js';

/**
 * Cues as the render planner sees them: when the picture of the captions changes, and a document for
 * any choice of frames.
 */
export function captionTrack(
  cues: readonly Cue[],
  settings: CaptionSettings,
  { width, height, fps }: { width: number; height: number; fps: FrameRate },
): CaptionTrack {
  return {
    changes: [...new Set(cues.flatMap((cue) => [cue.startFrame, cue.endFrame]))].sort(
      (a, b) => a - b,
    ),
    documentOf: (frames) => {
      const shown = cues
        .map((cue) => ({
          ...cue,
          startFrame: firstAtOrAfter(frames, cue.startFrame),
          endFrame: firstAtOrAfter(frames, cue.endFrame),
        }))
        .filter((cue) => cue.endFrame > cue.startFrame);
      if (shown.length === 0) return null;
      const toFrame = frames.length;
      return writeAss({ cues: shown, settings, width, height, fps, fromFrame: 0, toFrame });
    },
  };
}
