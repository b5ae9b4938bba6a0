import type { ColorTable } from '../color/color-table.js';
import type { WideColor } from '../color/tone-map.js';

/** How a stored picture is turned and mirrored to be shown, as EXIF counts it; 1: not at all. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** How the stored picture of a source becomes the one that is shown. */
export interface PictureTraits {
  /** Which of the source's picture streams it is, from 0. */
  readonly stream: number;
  /** The decoder, where ffmpeg's own choice loses something; else null. */
  readonly decoder: string | null;
  readonly interlaced: boolean;
  /** Width over height of a stored pixel, where it is not square: the size to scale to; else null. */
  readonly squared: { readonly width: number; readonly height: number } | null;
  readonly orientation: Orientation;
  /** True: it is in BT.709 and does not say so. */
  readonly untaggedBt709: boolean;
  /** Light beyond SDR, or null. */
  readonly light: WideColor | null;
  /** Colours that are not those of sRGB, or null. */
  readonly colors: ColorTable | null;
  /**
   * True: its pixels are packed so that the scaler would make YUV of them by a matrix of its own, or
   * leave out bits: a palette, or fewer than 8 bits for a component.
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

/** True for the orientations by which width and height change places. */
export function swapsSides(orientation: Orientation): boolean {
  return orientation >= 5;
}
