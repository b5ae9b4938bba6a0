import type { FrameRate } from '../../project/types/index.js';
import type { MaskPicture, ShapePicture } from '../../raster/types.js';
import type { PictureTraits } from '../../media/picture-traits.js';
import type { Size } from '../../timeline/box.js';
import type { ClipLook } from '../../timeline/clip-look.js';

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

/** A fade in pictures of the segment: from `start`, which may lie before it, `count` long. */
export interface Fade {
  readonly start: number;
  readonly count: number;
}

/**
 * A picture in a segment. Pictures are counted from the segment's first; in a still segment only
 * those that differ are counted, so a picture is not always a frame.
 */
export interface Layer extends Placement {
  readonly contentHash: string;
  /** Of a shape: what is drawn; its hash is empty. */
  readonly shape: ShapePicture | null;
  readonly kind: 'image' | 'video' | 'shape';
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Where the source is at `start`, microseconds. */
  readonly seekUs: number;
  readonly speed: number;
  readonly traits: PictureTraits;
  readonly translucent: boolean;
  readonly opacity: number;
  readonly fadeIn: Fade | null;
  readonly fadeOut: Fade | null;
  readonly motion: Motion | null;
  /** What is done to the picture before it is placed, or null: nothing. */
  readonly look: LayerLook | null;
  /** What it is cut to where it stands, or null: its edges. */
  readonly mask: MaskPicture | null;
  readonly turn: Turn | null;
}

/** A turn around the middle of a layer, clockwise. */
export interface Turn {
  /** At the layer's first picture. */
  readonly degrees: number;
  readonly degreesPerPicture: number;
  /** Size of what is turned, with room for its corners. */
  readonly width: number;
  readonly height: number;
}

export interface LayerLook extends ClipLook {
  /**
   * Size of the picture within its scaled size, in the middle of a blurred copy of itself that fills
   * it; null: the picture itself fills it.
   */
  readonly inner: Size | null;
}

/** A part of a picture, in pixels of the scaled picture; not whole. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A viewport that moves evenly: at picture `offset + n` of `count` for the layer's picture n. */
export interface Motion {
  readonly from: Viewport;
  readonly to: Viewport;
  readonly offset: number;
  readonly count: number;
}

/** What is drawn rather than shown: an ASS document whose frame n is picture n. */
export interface Drawing {
  readonly kind: 'drawing';
  readonly document: string;
}

/** Something painted into the picture. */
export type PaintItem = Layer | Drawing;

/** Layers over a colour, in paint order. */
export interface Stack {
  readonly backgroundColor: string;
  readonly layers: readonly PaintItem[];
}

/** How the second stack takes the place of the first, over the whole of a segment. */
export interface Transition {
  readonly style: string;
  /** Pictures. */
  readonly count: number;
}

export interface X264Settings {
  readonly preset: string;
  readonly crf: number;
  /** What the preset is changed in, as `-x264-params` takes it. */
  readonly params: string;
}

/** Settings for what stands still, where a picture is encoded once and shown long, and for what moves. */
export interface QualitySettings {
  readonly still: X264Settings;
  readonly moving: X264Settings;
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
  /**
   * Frames each picture is shown for: a still segment, in which only the pictures that differ are
   * encoded. Null: a moving one, in which every frame is.
   */
  readonly repeats: readonly number[] | null;
  /** Pictures at which decoding can begin, in order; the first is 0. */
  readonly keyPictures: readonly number[];
  readonly stack: Stack;
  /** The scene that follows, where a transition to it is on. */
  readonly next: Stack | null;
  readonly transition: Transition | null;
  /** Painted over both scenes. */
  readonly over: readonly PaintItem[];
  /** The captions as an ASS document whose frame n is picture n, or null. */
  readonly captions: string | null;
  readonly encoder: X264Settings;
}

export interface RenderPlan {
  readonly width: number;
  readonly height: number;
  readonly fps: FrameRate;
  readonly totalFrames: number;
  readonly segments: readonly Segment[];
}

/** The captions of a video as the planner needs them. */
export interface CaptionTrack {
  /** Frames in which the picture of the captions differs from the one before, ascending. */
  readonly changes: readonly number[];
  /**
   * An ASS document whose frame k shows the captions of absolute frame `frames[k]`; null when none
   * of these shows any.
   */
  readonly documentOf: (frames: readonly number[]) => string | null;
}

export const NO_CAPTIONS: CaptionTrack = { changes: [], documentOf: () => null };
