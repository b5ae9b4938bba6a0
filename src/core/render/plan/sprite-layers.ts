import type { Rect } from '../../drawing/path.js';
import type { Sprite } from '../../drawing/sprite.js';
import { writeAssForFrames } from '../../drawing/write-ass-for-frames.js';
import type { DrawingFrame } from '../../drawing/write-ass.js';
import type { Drawing } from '../segment/types.js';

/** A text element or a waveform, drawn. Its sprites have absolute frames. */
export interface SpriteLayer {
  readonly sceneIndex: number | null;
  /** The ID of the group or the matte in which it is, or null for the frame of the video. */
  readonly contentId: number | null;
  readonly zIndex: number;
  /** The position among the elements of the video. At the same z-index, the later element is on top. */
  readonly sequence: number;
  readonly sprites: readonly Sprite[];
  /** Where it is laid out, at rest. */
  readonly box: Rect;
}

/** The number of layers that the sprites of one element use, from 0. */
const LAYERS_OF_EACH = 16;

/** Returns the frames in which drawn elements differ from the previous frame. */
export function spriteChanges(drawn: readonly SpriteLayer[]): number[] {
  return drawn.flatMap(({ sprites }) =>
    sprites.flatMap(({ startFrame, endFrame }) => [startFrame, endFrame]),
  );
}

/**
 * Combines drawn elements with no picture between them in one drawing, which is drawn in one pass.
 *
 * @param frames the absolute frames of the drawing's pictures
 * @returns null if none is visible in these frames
 */
export function drawSprites(
  drawn: readonly SpriteLayer[],
  frames: readonly number[],
  frame: DrawingFrame,
): Drawing | null {
  const sprites = drawn.flatMap((one, index) =>
    one.sprites.map((sprite) => ({ ...sprite, layer: sprite.layer + index * LAYERS_OF_EACH })),
  );
  const document = writeAssForFrames(sprites, frames, frame);
  return document === null ? null : { kind: 'drawing', document };
}
