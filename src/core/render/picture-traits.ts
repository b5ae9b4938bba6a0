import { TO_BT709 } from './filter-values.js';
import type { WideLight } from './tone-map.js';

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
  readonly light: WideLight | null;
}

export const PLAIN_TRAITS: PictureTraits = {
  stream: 0,
  decoder: null,
  interlaced: false,
  squared: null,
  orientation: 1,
  untaggedBt709: false,
  light: null,
};

/** True for the orientations by which width and height change places. */
export function swapsSides(orientation: Orientation): boolean {
  return orientation >= 5;
}

const TURNS: Readonly<Record<Orientation, readonly string[]>> = {
  1: [],
  2: ['hflip'],
  3: ['hflip', 'vflip'],
  4: ['vflip'],
  5: ['transpose=cclock_flip'],
  6: ['transpose=clock'],
  7: ['transpose=clock_flip'],
  8: ['transpose=cclock'],
};

/** Name of the file in the working folder with the table for such light. */
export function toneMapFile(light: WideLight): string {
  return `${light}.cube`;
}

/** Options of the scaler that makes BT.709 of what a source holds, once it is upright. */
export function conversion({ untaggedBt709, light }: PictureTraits): string {
  return untaggedBt709 && light === null ? `in_color_matrix=bt709:${TO_BT709}` : TO_BT709;
}

/** Filters of a source before its frames are brought to the rate of the video. */
export function frameFilters({ interlaced }: PictureTraits): string[] {
  return interlaced ? ['bwdif=mode=send_frame:deint=interlaced'] : [];
}

/**
 * Filters that make upright pictures with square pixels and the light of SDR of a source's frames.
 *
 * @param size that light is converted at, which is the costly part; null: the source's own
 */
export function uprightFilters(
  { squared, orientation, light }: PictureTraits,
  size: { readonly width: number; readonly height: number } | null,
): string[] {
  return [
    ...(squared ? [`scale=${squared.width}:${squared.height}:flags=bicubic`, 'setsar=1'] : []),
    ...TURNS[orientation],
    ...(light ? toneMapFilters(light, size) : []),
  ];
}

function toneMapFilters(
  light: WideLight,
  size: { readonly width: number; readonly height: number } | null,
): string[] {
  const scaled = size ? `${size.width}:${size.height}:flags=bicubic:` : '';
  return [
    `scale=${scaled}in_color_matrix=bt2020`,
    'format=rgb48le',
    `lut3d=file=${toneMapFile(light)}:interp=tetrahedral`,
  ];
}
