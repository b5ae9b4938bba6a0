import type { MotionPath } from './motion-path.js';

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
