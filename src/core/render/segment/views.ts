import { coversFrame } from './hidden-layers.js';
import type { ScaledPicture } from '../filters/picture-filters.js';
import { pictureCount } from './segment-layers.js';
import { CROSS_FADE } from '../filters/transitions.js';
import { hasHoles } from './transparency.js';
import type { Layer, Motion, Segment, Stack, Viewport } from './types.js';

/** A part of a scaled picture, whole and even pixels of it. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture as the sampler reads it: scaled, and cut to what its views ever see. */
export interface ViewPicture extends ScaledPicture {
  readonly contentHash: string;
  readonly region: Region;
  readonly alpha: boolean;
}

/** A view that moves over a picture; viewports are counted from the picture's region. */
export interface View {
  readonly picture: ViewPicture;
  readonly motion: Motion;
}

/** Frames that the sampler makes: of one view, or of two, the second of which fades in over the first. */
export interface ViewStream {
  readonly width: number;
  readonly height: number;
  /** Frames. */
  readonly count: number;
  readonly alpha: boolean;
  readonly views: readonly [View] | readonly [View, View];
}

/** How far from a view, in pixels of the picture, its samples reach. */
const REACH = 6;

/** True for layers whose frames the sampler makes. */
export function isSampled({ kind, motion }: Layer): boolean {
  return kind === 'image' && motion !== null;
}

/** The frames of a sampled layer. */
export function viewStream(layer: Layer): ViewStream {
  const { width, height, start, end } = layer;
  return { width, height, count: end - start, alpha: hasHoles(layer), views: [viewOf(layer)] };
}

/**
 * A cross-fade of two pictures with nothing else in their scenes, as one stream: mixing them where
 * they are sampled needs no alpha channel and no second pass. Null: another segment.
 */
export function crossFadeStream(segment: Segment): ViewStream | null {
  const { next, transition, width, height } = segment;
  if (next === null || transition?.style !== CROSS_FADE) return null;
  const count = pictureCount(segment);
  const pictureOf = ({ layers }: Stack): Layer | null => {
    const [layer, ...others] = layers;
    if (layer === undefined || others.length > 0 || layer.kind !== 'image') return null;
    return coversFrame(layer, segment) && layer.end >= count ? layer : null;
  };
  const from = pictureOf(segment.stack);
  const to = pictureOf(next);
  if (from === null || to === null) return null;
  return { width, height, count, alpha: false, views: [viewOf(from), viewOf(to)] };
}

/** How much of the second view is seen in frame `n`. */
export function crossFadeShare({ count }: ViewStream, n: number): number {
  return n / count;
}

function viewOf(layer: Layer): View {
  const { contentHash, scaleWidth, scaleHeight, look, traits } = layer;
  const still = { x: layer.cropX, y: layer.cropY, width: layer.width, height: layer.height };
  const motion = layer.motion ?? { from: still, to: still, offset: 0, count: 1 };
  const region = regionOf(motion, scaleWidth, scaleHeight);
  const within = (viewport: Viewport) => ({
    ...viewport,
    x: viewport.x - region.x,
    y: viewport.y - region.y,
  });
  return {
    picture: { contentHash, scaleWidth, scaleHeight, look, traits, region, alpha: hasHoles(layer) },
    motion: { ...motion, from: within(motion.from), to: within(motion.to) },
  };
}

function regionOf({ from, to }: Motion, scaleWidth: number, scaleHeight: number): Region {
  const before = (a: number, b: number) => 2 * Math.floor(Math.max(0, Math.min(a, b) - REACH) / 2);
  const after = (a: number, b: number, size: number) =>
    2 * Math.ceil(Math.min(size, Math.max(a, b) + REACH) / 2);
  const x = before(from.x, to.x);
  const y = before(from.y, to.y);
  return {
    x,
    y,
    width: after(from.x + from.width, to.x + to.width, scaleWidth) - x,
    height: after(from.y + from.height, to.y + to.height, scaleHeight) - y,
  };
}
