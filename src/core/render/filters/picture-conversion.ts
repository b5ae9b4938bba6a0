import type { Orientation, PictureTraits } from '../../media/picture-traits.js';
import { TO_BT709 } from './filter-values.js';

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

/** Name of the lookup table file in the working folder, or null if the picture needs none. */
export function lookupTableFile({ light, colors }: PictureTraits): string | null {
  if (light !== null) return `${light}.cube`;
  return colors === null ? null : `colors-${fingerprint(JSON.stringify(colors))}.cube`;
}

/** 32-bit FNV-1a, once forward and once backward. It only has to distinguish the few tables of a folder. */
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

/** Options for the scaler that converts an upright picture to BT.709. */
export function toBt709Options({ untaggedBt709, light, colors }: PictureTraits): string {
  return untaggedBt709 && light === null && colors === null
    ? `in_color_matrix=bt709:${TO_BT709}`
    : TO_BT709;
}

/** Filters for a source before its frames are converted to the frame rate of the video. */
export function frameFilters({ interlaced }: PictureTraits): string[] {
  return interlaced ? ['bwdif=mode=send_frame:deint=interlaced'] : [];
}

/** At what size and in which format colors are converted to SDR, which is the expensive part. */
export interface LookupTarget {
  /** The size at which colors are converted, or null for the size of the picture. */
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly alpha: boolean;
}

/** Filters that make the frames of a source upright, with square pixels and SDR colors. */
export function uprightFilters(traits: PictureTraits, { size, alpha }: LookupTarget): string[] {
  const { squared, orientation, packed } = traits;
  const table = lookupTableFile(traits);
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
  { size, alpha }: LookupTarget,
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
