import type { Sprite } from '../../drawing/sprite.js';
import { writeAssForFrames } from '../../drawing/write-ass-for-frames.js';
import type { DrawingFrame } from '../../drawing/write-ass.js';
import type { Drawing } from '../segment/types.js';

/** A text of a timeline as what is drawn of it, in absolute frames. */
export interface DrawnText {
  readonly sceneIndex: number | null;
  readonly zIndex: number;
  /** Place among the elements of the video: of those at one z-index, the later paints on top. */
  readonly sequence: number;
  readonly sprites: readonly Sprite[];
}

/** Layers that the sprites of one title use, from 0. */
const LAYERS_OF_TITLE = 16;

/** Frames in which the picture of titles differs from the one before. */
export function textChanges(titles: readonly DrawnText[]): number[] {
  return titles.flatMap(({ sprites }) =>
    sprites.flatMap(({ startFrame, endFrame }) => [startFrame, endFrame]),
  );
}

/**
 * Titles with no picture between them as one drawing, which is drawn in one go.
 *
 * @param frames absolute frames of the drawing's pictures
 * @returns null when none of these shows any
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
