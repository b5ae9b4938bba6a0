import type { ColorTable } from '../color/color-table.js';
import type { WideColor } from '../color/tone-map.js';

/** The rotation and mirroring that show a stored picture upright, as an EXIF orientation. 1 means none. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** How the stored picture of a source becomes the picture that is shown. */
export interface PictureTraits {
  /** Index of the picture stream in the source. */
  readonly stream: number;
  /** The decoder to use where ffmpeg's default loses information, otherwise null. */
  readonly decoder: string | null;
  readonly interlaced: boolean;
  /** The size to scale to if stored pixels are not square, otherwise null. */
  readonly squared: { readonly width: number; readonly height: number } | null;
  readonly orientation: Orientation;
  /** True for BT.709 pictures that are not tagged as such. */
  readonly untaggedBt709: boolean;
  /** HDR or BT.2020 color, or null. */
  readonly light: WideColor | null;
  /** A color space other than sRGB, or null. */
  readonly colors: ColorTable | null;
  /**
   * True for palettes and for fewer than 8 bits per component. The scaler would convert such pixels to YUV
   * with a different matrix, or drop bits.
   */
  readonly packed: boolean;
}

export const PLAIN_TRAITS: PictureTraits = {
  stream: 0,
  decoder: null,
  interlaced: false,
  squared: null,
  orientation: 1,
  untaggedBt709: false,
  light: null,
  colors: null,
  packed: false,
};

/** True for the orientations that swap width and height. */
export function swapsSides(orientation: Orientation): boolean {
  return orientation >= 5;
}
