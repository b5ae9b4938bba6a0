import { coversFrame } from './hidden-layers.js';
import { alignDown, alignUp } from '../../util/align.js';
import type { PictureTraits } from '../../media/picture-traits.js';
import type { Region } from './regions.js';
import { pictureCount } from './segment-layers.js';
import { pictureHasTransparency } from './transparency.js';
import {
  CROSS_FADE,
  type Layer,
  type LayerLook,
  type Motion,
  type Segment,
  type Stack,
  type Viewport,
} from './types.js';

/** A picture after it is made from its source and scaled. */
export interface ScaledPicture {
  readonly scaleWidth: number;
  readonly scaleHeight: number;
  readonly look: LayerLook | null;
  readonly traits: PictureTraits;
}

/** A picture that the sampler reads: scaled, and cropped to the part that its views cover. */
export interface ViewPicture extends ScaledPicture {
  readonly contentHash: string;
  /** In whole and even pixels. */
  readonly region: Region;
  readonly alpha: boolean;
}

/** A view that moves over a picture. Viewports are relative to the region of the picture. */
export interface View {
  readonly picture: ViewPicture;
  readonly motion: Motion;
}

/** Frames that the sampler makes from one view, or from two, where the second fades in over the first. */
export interface ViewStream {
  readonly width: number;
  readonly height: number;
  /** Length in frames. */
  readonly count: number;
  readonly alpha: boolean;
  readonly views: readonly [View] | readonly [View, View];
}

/** How far around a view its samples are read, in pixels of the picture. */
const REACH = 6;

/** Whether the sampler makes the frames of a layer. */
export function isSampled({ kind, motion, path }: Layer): boolean {
  return path === null && kind === 'image' && motion !== null;
}

/** The frames of a sampled layer. */
export function viewStream(layer: Layer): ViewStream {
  const { width, height, start, end } = layer;
  return {
    width,
    height,
    count: end - start,
    alpha: pictureHasTransparency(layer),
    views: [viewOf(layer)],
  };
}

/**
 * A cross-fade of two pictures with nothing else in their scenes, as one stream. Mixing them while they
 * are sampled needs neither an alpha channel nor a second pass. Null for any other segment.
 */
export function crossFadeStream(segment: Segment): ViewStream | null {
  const { next, transition, width, height } = segment;
  if (next === null || transition?.style !== CROSS_FADE) return null;
  const count = pictureCount(segment);
  const pictureOf = ({ layers }: Stack): Layer | null => {
    const [layer, ...others] = layers;
    if (layer === undefined || others.length > 0 || layer.kind !== 'image') return null;
    if (layer.border !== null) return null;
    return coversFrame(layer, segment) && layer.end >= count ? layer : null;
  };
  const from = pictureOf(segment.stack);
  const to = pictureOf(next);
  if (from === null || to === null) return null;
  return { width, height, count, alpha: false, views: [viewOf(from), viewOf(to)] };
}

/** The share of the second view in frame `n`. */
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
    picture: {
      contentHash,
      scaleWidth,
      scaleHeight,
      look,
      traits,
      region,
      alpha: pictureHasTransparency(layer),
    },
    motion: { ...motion, from: within(motion.from), to: within(motion.to) },
  };
}

function regionOf({ from, to }: Motion, scaleWidth: number, scaleHeight: number): Region {
  const before = (a: number, b: number) => alignDown(Math.max(0, Math.min(a, b) - REACH), 2);
  const after = (a: number, b: number, size: number) =>
    alignUp(Math.min(size, Math.max(a, b) + REACH), 2);
  const x = before(from.x, to.x);
  const y = before(from.y, to.y);
  return {
    x,
    y,
    width: after(from.x + from.width, to.x + to.width, scaleWidth) - x,
    height: after(from.y + from.height, to.y + to.height, scaleHeight) - y,
  };
}
