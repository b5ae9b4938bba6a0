import { BLUR_DEVIATION } from './write-ass.js';
import type { Sprite } from './sprite.js';

/** Rows of pixels of a frame, from `top` to before `bottom`. They can lie beyond its edges. */
export interface PixelRows {
  readonly top: number;
  readonly bottom: number;
}

/** libass smooths edges, and draws a blur to three times its standard deviation. */
export const SMOOTHED = 2;
/** Of the blur that libass calls 1. */
export const BLUR_REACH = 4;

/** The rows in which sprites draw anything; null if there are none. */
export function drawnRows(sprites: readonly Sprite[]): PixelRows | null {
  return rowsOfAll(sprites.map(rowsOf));
}

/** The rows from the first to the last of all; null if there are none. */
export function rowsOfAll(rows: readonly (PixelRows | null)[]): PixelRows | null {
  return rows.reduce(
    (all, one) =>
      all && one
        ? { top: Math.min(all.top, one.top), bottom: Math.max(all.bottom, one.bottom) }
        : (all ?? one),
    null,
  );
}

function rowsOf({ shape, outline, shadow, blur = 0 }: Sprite): PixelRows {
  const around = SMOOTHED + (outline?.width ?? 0) + BLUR_REACH * (blur / BLUR_DEVIATION);
  const down = shadow?.y ?? 0;
  return {
    top: Math.floor(shape.y + Math.min(0, down) - around),
    bottom: Math.ceil(shape.y + shape.height + Math.max(0, down) + around),
  };
}
