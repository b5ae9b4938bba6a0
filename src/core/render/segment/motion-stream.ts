import type { MotionPath } from './motion-path.js';
import { pictureHasTransparency } from './transparency.js';
import type { Layer } from './types.js';

/** The raw pictures that the sampler reads for a layer that moves. */
export interface SampledPicture {
  readonly width: number;
  readonly height: number;
  /** True if U and V have half of the width and height. */
  readonly halfChroma: boolean;
  readonly alpha: boolean;
}

/** Frames that the sampler makes of a picture, or of one picture for each of them. */
export interface MotionStream {
  readonly picture: SampledPicture;
  readonly path: MotionPath;
  /** Length in pictures. */
  readonly count: number;
  /** True if each frame has a picture of its own. */
  readonly plays: boolean;
}

/** The frames of a layer that moves. */
export function motionStream(layer: Layer, path: MotionPath): MotionStream {
  const { width, height, kind, start, end } = layer;
  return {
    picture: {
      ...{ width, height },
      // These pictures come with half of the color samples.
      halfChroma: kind === 'video' || kind === 'group',
      alpha: isTranslucent(layer),
    },
    path,
    count: end - start,
    plays: path.plays,
  };
}

/** The layer whose frames the sampler reads: at rest, alone, and at full strength. */
export function layerAtRest(layer: Layer, { plays, count }: MotionStream): Layer {
  const still = { path: null, opacity: 1, fadeIn: null, fadeOut: null };
  const alone = { shadow: null, blend: 'normal' as const, matte: null };
  return { ...layer, ...still, ...alone, x: 0, y: 0, start: 0, end: plays ? count : 1 };
}

/** The pixel format of the pictures that the sampler reads. */
export function sampledFormat({ halfChroma, alpha }: SampledPicture): string {
  return `yuv${alpha ? 'a' : ''}${halfChroma ? '420' : '444'}p`;
}

function isTranslucent(layer: Layer): boolean {
  return pictureHasTransparency(layer) || layer.mask !== null;
}
