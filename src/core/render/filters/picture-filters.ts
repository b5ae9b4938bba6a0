import type { Flip } from '../../project/types/index.js';
import type { Size } from '../../timeline/box.js';
import type { Rectangle } from '../../timeline/clip-look.js';
import { chromaKeyFilter, correctionFilters } from './color-filters.js';
import { decimal, TO_BT709 } from './filter-values.js';
import { toBt709Options, uprightFilters } from './picture-conversion.js';
import { hasTransparency } from '../segment/transparency.js';
import type { Layer, LayerLook } from '../segment/types.js';
import type { ScaledPicture } from '../segment/views.js';
import { alignDown, alignNearest } from '../../util/align.js';

/**
 * The filters that turn a source into a scaled picture: cropped, scaled, mirrored, and color-corrected.
 * They need nothing but the source, so pictures can be prepared ahead of the segment.
 *
 * @param crop the part of the scaled picture that shows, or null for all of it
 */
export function pictureFilters(
  { look, scaleWidth, scaleHeight, traits }: ScaledPicture,
  crop: Rectangle | null,
  format: string,
): string[] {
  const toBt709 = toBt709Options(traits);
  const alpha = format.startsWith('yuva');
  // A picture that is neither cropped nor fitted beforehand can be scaled first.
  const early = look?.crop || look?.inner ? null : { width: scaleWidth, height: scaleHeight };
  return [
    ...uprightFilters(traits, { size: early, alpha }),
    ...(look?.crop ? [cropFilter(look.crop)] : []),
    look?.inner
      ? blurredCoverFilters(look.inner, { width: scaleWidth, height: scaleHeight }, format, toBt709)
      : // `accurate_rnd` would take four times the work for less than one level of 256.
        `scale=${scaleWidth}:${scaleHeight}:flags=bicubic:${toBt709}`,
    ...(look?.flip ? MIRRORS[look.flip] : []),
    ...(crop ? [cropFilter(crop)] : []),
    `format=${format}`,
    'setsar=1',
    ...lookFilters(look, alpha),
  ];
}

/** The pixel format of a layer's frames after scaling. */
export function pixelFormat(layer: Layer): string {
  return hasTransparency(layer) ? 'yuva420p' : 'yuv420p';
}

function cropFilter({ width, height, x, y }: Rectangle): string {
  return `crop=${width}:${height}:${x}:${y}:exact=1`;
}

const MIRRORS: Readonly<Record<Flip, readonly string[]>> = {
  horizontal: ['hflip'],
  vertical: ['vflip'],
  both: ['hflip', 'vflip'],
};

function lookFilters(look: LayerLook | null, alpha: boolean): string[] {
  if (look === null) return [];
  return [
    ...(look.chromaKey ? [chromaKeyFilter(look.chromaKey)] : []),
    ...(look.correction ? correctionFilters(look.correction, alpha) : []),
  ];
}

/** Blurring the cover at an eighth of its size looks the same and costs a fiftieth. */
const COVER_REDUCTION = 8;
/** The blur radius as a share of the cover's shorter side. */
const COVER_BLUR = 1 / 40;

/** A filtergraph within the chain. Its labels can be reused after it. */
function blurredCoverFilters(
  inner: Size,
  { width, height }: Size,
  format: string,
  toBt709: string,
): string {
  const even = (size: number) => Math.max(4, alignNearest(size / COVER_REDUCTION, 2));
  const small = { width: even(width), height: even(height) };
  const factor = Math.max(small.width / inner.width, small.height / inner.height);
  const [coverWidth, coverHeight] = [inner.width, inner.height].map((side) =>
    Math.ceil(side * factor),
  );
  const sigma = decimal(Math.min(small.width, small.height) * COVER_BLUR);
  const middle = (outer: number, side: number) => alignDown((outer - side) / 2, 2);
  return [
    'split[under][upper]',
    `[under]scale=${coverWidth}:${coverHeight}:flags=bicubic:${toBt709},` +
      `crop=${small.width}:${small.height},format=${format},gblur=sigma=${sigma},` +
      `scale=${width}:${height}:flags=bicubic:in_color_matrix=bt709:in_range=tv:${TO_BT709}[cover]`,
    `[upper]scale=${inner.width}:${inner.height}:flags=bicubic:${toBt709},format=yuva420p[inner]`,
    `[cover][inner]overlay=x=${middle(width, inner.width)}:y=${middle(height, inner.height)}`,
  ].join(';');
}
