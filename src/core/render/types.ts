import type { FrameRate } from '../project/types.js';

/** How one picture becomes part of a segment: scale, cut, place; whole pixels of the output. */
export interface Placement {
  readonly scaleWidth: number;
  readonly scaleHeight: number;
  readonly cropX: number;
  readonly cropY: number;
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
}

/** A picture in a segment; frames are relative to the segment's first. */
export interface Layer extends Placement {
  readonly contentHash: string;
  readonly kind: 'image' | 'video';
  readonly startFrame: number;
  /** Exclusive. */
  readonly endFrame: number;
  /** Where the source is at `startFrame`, microseconds. */
  readonly seekUs: number;
  readonly loop: boolean;
  readonly opacity: number;
  /** Frames of the whole clip before this segment began, for fades that run over the cut. */
  readonly clipOffsetFrames: number;
  readonly clipFrames: number;
  readonly fadeInFrames: number;
  readonly fadeOutFrames: number;
}

export interface EncoderSettings {
  readonly preset: string;
  readonly crf: number;
}

/**
 * A stretch of the video that can be rendered by itself. Plain data: inputs are named by the hash of
 * their content, so any process that has them renders the same frames.
 */
export interface Segment {
  readonly width: number;
  readonly height: number;
  readonly fps: FrameRate;
  readonly frameCount: number;
  readonly backgroundColor: string;
  /** In paint order. */
  readonly layers: readonly Layer[];
  /** The captions as an ASS document with times from the segment's start, or null. */
  readonly captions: string | null;
  readonly encoder: EncoderSettings;
}

export interface RenderPlan {
  readonly fps: FrameRate;
  readonly totalFrames: number;
  readonly segments: readonly Segment[];
}
