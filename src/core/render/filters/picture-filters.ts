import type { Flip } from '../../project/types/index.js';
import type { Size } from '../../timeline/box.js';
import type { Rectangle } from '../../timeline/clip-look.js';
import { chromaKeyFilter, correctionFilters } from './color-filters.js';
import { decimal, TO_BT709 } from './filter-values.js';
import { type PictureTraits } from '../../media/picture-traits.js';
import { toBt709Options, uprightFilters } from './picture-conversion.js';
import { isSeeThrough } from '../segment/transparency.js';
import type { Layer, LayerLook } from '../segment/types.js';

/** A picture as it is made of its source. */
export interface ScaledPicture {
  readonly scaleWidth: number;
  readonly scaleHeight: number;
  readonly look: LayerLook | null;
  readonly traits: PictureTraits;
}

/**
 * The filters that make a scaled picture of its source: cut, scaled, mirrored, in the colours it is
 * to have. They need nothing but the source, so whoever prepares pictures ahead can do with them.
 *
 * @param cut the part of the scaled picture that shows; null: all of it
 */
export function pictureFilters(
  { look, scaleWidth, scaleHeight, traits }: ScaledPicture,
  cut: Rectangle | null,
  format: string,
): string[] {
  const toBt709 = toBt709Options(traits);
  // Where the picture is neither cut nor fitted before it is scaled, that can come first.
  const early = look?.crop || look?.inner ? null : { width: scaleWidth, height: scaleHeight };
  return [
    ...uprightFilters(traits, { size: early, alpha: format === 'yuva420p' }),
    ...(look?.crop ? [cropFilter(look.crop)] : []),
    look?.inner
      ? blurredCoverFilters(look.inner, { width: scaleWidth, height: scaleHeight }, format, toBt709)
      : // Not `accurate_rnd`: four times the work for less than one level of 256.
        `scale=${scaleWidth}:${scaleHeight}:flags=bicubic:${toBt709}`,
    ...(look?.flip ? MIRRORS[look.flip] : []),
    ...(cut ? [cropFilter(cut)] : []),
    `format=${format}`,
    'setsar=1',
    ...lookFilters(look),
  ];
}

/** Of the frames of a layer, once it is scaled. */
export function pixelFormat(layer: Layer): string {
  return isSeeThrough(layer) ? 'yuva420p' : 'yuv420p';
}

function cropFilter({ width, height, x, y }: Rectangle): string {
  return `crop=${width}:${height}:${x}:${y}:exact=1`;
}

const MIRRORS: Readonly<Record<Flip, readonly string[]>> = {
  horizontal: ['hflip'],
  vertical: ['vflip'],
  both: ['hflip', 'vflip'],
};

function lookFilters(look: LayerLook | null): string[] {
  if (look === null) return [];
  return [
    ...(look.chromaKey ? [chromaKeyFilter(look.chromaKey)] : []),
    ...(look.correction ? correctionFilters(look.correction) : []),
  ];
}

/** The cover is blurred at an eighth of its size, which looks the same and costs a fiftieth. */
const COVER_REDUCTION = 8;
/** Of the cover's shorter side. */
const COVER_BLUR = 1 / 40;

/** A graph of its own within the chain; its labels are free again behind it. */
function blurredCoverFilters(
  inner: Size,
  { width, height }: Size,
  format: string,
  toBt709: string,
): string {
  const even = (size: number) => 2 * Math.max(2, Math.round(size / COVER_REDUCTION / 2));
  const small = { width: even(width), height: even(height) };
  const factor = Math.max(small.width / inner.width, small.height / inner.height);
  const [coverWidth, coverHeight] = [inner.width, inner.height].map((side) =>
    Math.ceil(side * factor),
  );
  const sigma = decimal(Math.min(small.width, small.height) * COVER_BLUR);
  const middle = (outer: number, side: number) => 2 * Math.floor((outer - side) / 4);
  return [
    'split[under][upper]',
    `[under]scale=${coverWidth}:${coverHeight}:flags=bicubic:${toBt709},` +
      `crop=${small.width}:${small.height},format=${format},gblur=sigma=${sigma},` +
      `scale=${width}:${height}:flags=bicubic:in_color_matrix=bt709:in_range=tv:${TO_BT709}[cover]`,
    `[upper]scale=${inner.width}:${inner.height}:flags=bicubic:${toBt709},format=yuva420p[inner]`,
    `[cover][inner]overlay=x=${middle(width, inner.width)}:y=${middle(height, inner.height)}`,
  ].join(';');
}
