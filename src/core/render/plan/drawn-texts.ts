import type { Rect } from '../../drawing/path.js';
import type { Sprite } from '../../drawing/sprite.js';
import { writeAssForFrames } from '../../drawing/write-ass-for-frames.js';
import type { DrawingFrame } from '../../drawing/write-ass.js';
import type { Drawing } from '../segment/types.js';

/** A drawn text element. Its sprites have absolute frames. */
export interface DrawnText {
  readonly sceneIndex: number | null;
  /** The ID of the group or the matte in which it is, or null for the frame of the video. */
  readonly contentId: number | null;
  readonly zIndex: number;
  /** The position among the elements of the video. At the same z-index, the later element is on top. */
  readonly sequence: number;
  readonly sprites: readonly Sprite[];
  /** Where the text is laid out, at rest. */
  readonly box: Rect;
}

/** The number of layers that the sprites of one text use, from 0. */
const LAYERS_PER_TEXT = 16;

/** Returns the frames in which the drawn texts differ from the previous frame. */
export function textChanges(texts: readonly DrawnText[]): number[] {
  return texts.flatMap(({ sprites }) =>
    sprites.flatMap(({ startFrame, endFrame }) => [startFrame, endFrame]),
  );
}

/**
 * Combines texts with no picture between them in one drawing, which is drawn in one pass.
 *
 * @param frames the absolute frames of the drawing's pictures
 * @returns null if no text is visible in these frames
 */
export function drawTexts(
  texts: readonly DrawnText[],
  frames: readonly number[],
  frame: DrawingFrame,
): Drawing | null {
  const sprites = texts.flatMap((text, index) =>
    text.sprites.map((sprite) => ({ ...sprite, layer: sprite.layer + index * LAYERS_PER_TEXT })),
  );
  const document = writeAssForFrames(sprites, frames, frame);
  return document === null ? null : { kind: 'drawing', document };
}
