import type { Sprite } from '../../drawing/sprite.js';
import { writeAssForFrames } from '../../drawing/write-ass-for-frames.js';
import type { DrawingFrame } from '../../drawing/write-ass.js';
import type { Drawing } from '../segment/types.js';

/** The drawing of a text on the timeline, in absolute frames. */
export interface DrawnText {
  readonly sceneIndex: number | null;
  readonly zIndex: number;
  /** Paint order among the elements of the video. With the same z-index, the later element is on top. */
  readonly sequence: number;
  readonly sprites: readonly Sprite[];
}

/** The sprites of one text use the layers from 0 up to, but not including, this number. */
const LAYERS_OF_TITLE = 16;

/** Frames in which the picture of the texts differs from the frame before. */
export function textChanges(titles: readonly DrawnText[]): number[] {
  return titles.flatMap(({ sprites }) =>
    sprites.flatMap(({ startFrame, endFrame }) => [startFrame, endFrame]),
  );
}

/**
 * Combines texts with no picture between them into one drawing.
 *
 * @param frames absolute frames of the drawing's pictures
 * @returns null if no text is visible in these frames
 */
export function drawTexts(
  titles: readonly DrawnText[],
  frames: readonly number[],
  frame: DrawingFrame,
): Drawing | null {
  const sprites = titles.flatMap((title, index) =>
    title.sprites.map((sprite) => ({ ...sprite, layer: sprite.layer + index * LAYERS_OF_TITLE })),
  );
  const document = writeAssForFrames(sprites, frames, frame);
  return document === null ? null : { kind: 'drawing', document };
}
