import type { ColorTable } from '../color/color-table.js';
import { TO_BT709 } from '../render/filters/filter-values.js';
import type { WideLight } from '../color/tone-map.js';

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

/** Name of the file in the working folder with the table for such a picture; null: it needs none. */
export function lookupFile({ light, colors }: PictureTraits): string | null {
  if (light !== null) return `${light}.cube`;
  return colors === null ? null : `colors-${fingerprint(JSON.stringify(colors))}.cube`;
}

/** FNV-1a of 32 bits, once forwards and once backwards: tells the few tables of a folder apart. */
function fingerprint(text: string): string {
  const hash = (step: 1 | -1) => {
    let value = 0x811c9dc5;
    for (let at = step > 0 ? 0 : text.length - 1; at >= 0 && at < text.length; at += step) {
      value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
    }
    return (value >>> 0).toString(16).padStart(8, '0');
  };
  return hash(1) + hash(-1);
}

/** Options of the scaler that makes BT.709 of what a source holds, once it is upright. */
export function conversion({ untaggedBt709, light, colors }: PictureTraits): string {
  return untaggedBt709 && light === null && colors === null
    ? `in_color_matrix=bt709:${TO_BT709}`
    : TO_BT709;
}

/** Filters of a source before its frames are brought to the rate of the video. */
export function frameFilters({ interlaced }: PictureTraits): string[] {
  return interlaced ? ['bwdif=mode=send_frame:deint=interlaced'] : [];
}

/** How a picture is brought to the colours of SDR, which is the costly part. */
export interface Conversion {
  /** That it is done at; null: the picture's own. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly alpha: boolean;
}

/** Filters that make upright pictures with square pixels and the colours of SDR of a source's frames. */
export function uprightFilters(traits: PictureTraits, { size, alpha }: Conversion): string[] {
  const { squared, orientation, packed } = traits;
  const table = lookupFile(traits);
  return [
    ...(packed ? ['format=rgba'] : []),
    ...(squared ? [`scale=${squared.width}:${squared.height}:flags=bicubic`, 'setsar=1'] : []),
    ...TURNS[orientation],
    ...(table === null ? [] : lookupFilters(traits, table, { size, alpha })),
  ];
}

function lookupFilters(
  { light, untaggedBt709 }: PictureTraits,
  table: string,
  { size, alpha }: Conversion,
): string[] {
  const scaled = size ? [`${size.width}:${size.height}`] : [];
  const matrix = light ? ['in_color_matrix=bt2020'] : [];
  const own = untaggedBt709 && !light ? ['in_color_matrix=bt709'] : [];
  return [
    `scale=${[...scaled, 'flags=bicubic', ...matrix, ...own].join(':')}`,
    `format=${alpha ? 'rgba64le' : 'rgb48le'}`,
    `lut3d=file=${table}:interp=tetrahedral`,
  ];
}
