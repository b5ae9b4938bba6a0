import { JobFailure } from '../job/job-failure.js';
import type {
  ChromaKey,
  ColorCorrection,
  Crop,
  ElementLook,
  Flip,
  Length,
  LutFile,
} from '../project/types/index.js';
import type { Size } from './box.js';
import { alignDown } from '../util/align.js';

/** A part of a picture, in whole pixels. */
export interface Rectangle extends Size {
  readonly x: number;
  readonly y: number;
}

/** The changes to the picture of a clip. All lengths are pixels of its source. */
export interface ClipLook {
  readonly crop: Rectangle | null;
  readonly flip: Flip | null;
  readonly correction: ClipCorrection | null;
  readonly chromaKey: ChromaKey | null;
}

/** A color correction whose lookup table is known by its content. */
export interface ClipCorrection extends Omit<ColorCorrection, 'lut'> {
  /** Absent if there is none. */
  readonly lut?: LutFile;
}

export const PLAIN_LOOK: ClipLook = { crop: null, flip: null, correction: null, chromaKey: null };

/**
 * The look of an element with a known source. Null if the picture stays unchanged.
 *
 * @throws JobFailure if the crop area lies outside the source
 */
export function resolveLook(look: ElementLook, source: Size, pointer: string): ClipLook | null {
  const { flip, chromaKey } = look;
  const crop = look.crop && resolveCrop(look.crop, source, `${pointer}/crop`);
  const correction = look.correction && clipCorrection(look.correction);
  const changed = crop ?? flip ?? correction ?? chromaKey;
  return changed === null ? null : { crop, flip, correction, chromaKey };
}

/**
 * The part of the crop area that lies inside the source, at even positions: a source with one color sample
 * for 2x2 pixels cannot be cut inside such a block.
 */
function resolveCrop(crop: Crop, source: Size, pointer: string): Rectangle | null {
  const pixels = (length: Length, of: number) => ('px' in length ? length.px : length.share * of);
  const x = alignDown(pixels(crop.x, source.width), 2);
  const y = alignDown(pixels(crop.y, source.height), 2);
  const width = Math.min(source.width - x, Math.round(pixels(crop.width, source.width)));
  const height = Math.min(source.height - y, Math.round(pixels(crop.height, source.height)));
  if (width < 1 || height < 1) {
    throw new JobFailure(
      'MEDIA_INVALID',
      `The crop area lies outside the source, which is ${source.width}x${source.height} pixels.`,
      pointer,
    );
  }
  const whole = width === source.width && height === source.height;
  return whole ? null : { x, y, width, height };
}

/** Null if it changes no color. Without a lookup table, it is as it was before there were any, which caches know. */
function clipCorrection({ lut, ...given }: ColorCorrection): ClipCorrection | null {
  const table = lut?.table ?? null;
  if (table !== null) return { ...given, lut: table };
  return isNeutral(given) ? null : given;
}

const NEUTRAL: ClipCorrection = {
  brightness: 0,
  contrast: 1,
  saturation: 1,
  gamma: 1,
  hue: 0,
  grayscale: 0,
  sepia: 0,
  blur: 0,
  negative: 0,
  tint: null,
  overlayColor: null,
  vignette: 0,
  sharpen: 0,
};

function isNeutral(correction: ClipCorrection): boolean {
  return Object.entries(NEUTRAL).every(
    ([name, value]) => correction[name as keyof ClipCorrection] === value,
  );
}
