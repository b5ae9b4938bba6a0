import type { PixelRows } from '../../drawing/drawn-rows.js';
import type { RowBand } from '../../h264/band-fill.js';
import type { BlendMode, FrameRate, MatteType } from '../../project/types/index.js';
import type { MaskPicture, ShapePicture } from '../../raster/types.js';
import type { PictureTraits } from '../../media/picture-traits.js';
import type { Size } from '../../timeline/box.js';
import type { ClipLook } from '../../timeline/clip-look.js';
import type { MotionPath } from './motion-path.js';

/** How a picture is scaled, cropped, and placed in a segment, in whole pixels of the output. */
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

/** A fade that lasts `count` pictures from `start`, which may lie before the segment. */
export interface Fade {
  readonly start: number;
  readonly count: number;
}

/**
 * A picture in a segment. Pictures are counted from the first of the segment. A still segment counts
 * only pictures that differ, so a picture is not always a frame.
 */
export interface Layer extends Placement {
  readonly contentHash: string;
  /** The drawing of a shape, whose content hash is empty, as is that of a group. */
  readonly shape: ShapePicture | null;
  readonly kind: 'image' | 'video' | 'shape' | 'group';
  /** What a group shows, or null. */
  readonly canvas: Canvas | null;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Position in the source at `start`, in microseconds. */
  readonly seekUs: number;
  readonly speed: number;
  readonly traits: PictureTraits;
  readonly translucent: boolean;
  readonly opacity: number;
  readonly fadeIn: Fade | null;
  readonly fadeOut: Fade | null;
  readonly motion: Motion | null;
  /**
   * How the layer moves, or null if it stays where it is placed. If it moves, the placement, the mask, and the shape are those
   * of the picture that the sampler reads.
   */
  readonly path: MotionPath | null;
  /** Changes to the picture before it is placed, or null if there are none. */
  readonly look: LayerLook | null;
  /** The mask that cuts the placed picture, or null if it keeps its edges. */
  readonly mask: MaskPicture | null;
  readonly turn: Turn | null;
  /** A line along the edge of the placed picture, or null. */
  readonly border: ShapePicture | null;
  /** Painted below the layer, or null. */
  readonly shadow: LayerShadow | null;
  readonly blend: BlendMode;
  readonly matte: LayerMatte | null;
}

/** Items over a background, in a frame of their own with pictures of its own. */
export interface Canvas extends Size {
  /** The number of pictures: one for each of the layer, or one for all of them. */
  readonly count: number;
  /** `#RRGGBBAA`. */
  readonly backgroundColor: string;
  readonly layers: readonly PaintItem[];
}

/** What cuts a layer: a canvas of the size of the frame in which the layer is painted. */
export interface LayerMatte {
  readonly type: MatteType;
  readonly canvas: Canvas;
}

/** The blurred silhouette of a layer. */
export interface LayerShadow {
  /** Offset from the layer, in even pixels. */
  readonly x: number;
  readonly y: number;
  /** Standard deviation of the blur in pixels. */
  readonly sigma: number;
  /** Space for the blur on each side, in even pixels. */
  readonly margin: number;
  /** `#RRGGBBAA`. */
  readonly color: string;
}

/** A clockwise turn around the center of a layer. */
export interface Turn {
  /** At the first picture of the layer. */
  readonly degrees: number;
  readonly degreesPerPicture: number;
  /** Size of the turned picture, with room for its corners. */
  readonly width: number;
  readonly height: number;
}

export interface LayerLook extends ClipLook {
  /**
   * Size of the picture in the middle of its blurred copy, which fills the scaled size. Null if the
   * picture itself fills the scaled size.
   */
  readonly inner: Size | null;
}

/** A part of a scaled picture, in fractional pixels. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A viewport that moves evenly: picture n of the layer is step `offset + n` of `count`. */
export interface Motion {
  readonly from: Viewport;
  readonly to: Viewport;
  readonly offset: number;
  readonly count: number;
}

/** A drawing: an ASS document whose frame n is picture n. */
export interface Drawing {
  readonly kind: 'drawing';
  readonly document: string;
}

/** An item in the paint order. */
export type PaintItem = Layer | Drawing;

/** Items over a background color, in paint order. */
export interface Stack {
  readonly backgroundColor: string;
  readonly layers: readonly PaintItem[];
}

/** How the second stack replaces the first, over the whole segment. */
export interface Transition {
  readonly style: string;
  /** Length in pictures. */
  readonly count: number;
}

export interface X264Settings {
  readonly preset: string;
  readonly crf: number;
  /** Changes to the preset, in the syntax of `-x264-params`. */
  readonly params: string;
  /** The longest distance between key pictures. To seek, a player decodes from the key picture before. */
  readonly keySeconds: number;
}

/** Settings for still segments, where a picture is encoded once and shown long, and for moving ones. */
export interface QualitySettings {
  readonly still: X264Settings;
  readonly moving: X264Settings;
  /** For the rows of a still segment that alone change, or null to encode whole pictures. */
  readonly band: BandSettings | null;
  /** Whether the encoder of moving segments looks ahead, so that what it learns is kept for the next pass of a loop. */
  readonly looksAhead: boolean;
}

/** The quantizers are constant, so that an encoder leaves alone what does not change. */
export interface BandSettings {
  readonly preset: string;
  /** The quantizer of pictures between key pictures. */
  readonly qp: number;
  readonly params: string;
}

/** Rows of macroblocks in which alone the pictures of a segment differ, because captions show there. */
export interface CaptionBand {
  readonly rows: RowBand;
  readonly encoder: BandSettings;
}

/** Passes of a loop that differ in nothing but their captions. */
export interface LoopedPasses {
  /** The first pass as a segment of its own. */
  readonly first: Segment;
  /** The passes after it. The last one may be shorter. */
  readonly others: readonly LoopedPass[];
}

/** What the pictures of a pass show beside those of the first. */
export interface LoopedPass {
  readonly frameCount: number;
  /** As in {@link Segment}. */
  readonly captions: string | null;
}

/**
 * A part of the video that renders and caches alone. Plain data: it names inputs by the hash of their
 * content, so any process that has them renders the same frames. Its JSON is part of the cache key.
 */
export interface Segment {
  readonly width: number;
  readonly height: number;
  readonly fps: FrameRate;
  readonly frameCount: number;
  /**
   * For a still segment, in which only pictures that differ are encoded: how many frames each picture
   * shows. Null for a moving segment, in which every frame is encoded.
   */
  readonly repeats: readonly number[] | null;
  /** Pictures at which decoding can begin, ascending. The first is 0. */
  readonly keyPictures: readonly number[];
  /** Null if pictures differ elsewhere, or the band would be most of the frame. */
  readonly band: CaptionBand | null;
  /** The passes that the segment consists of, or null if its pictures do not repeat. */
  readonly loop: LoopedPasses | null;
  readonly stack: Stack;
  /** The next scene during a transition to it, else null. */
  readonly next: Stack | null;
  readonly transition: Transition | null;
  /** Painted over both scenes. */
  readonly over: readonly PaintItem[];
  /** The captions as an ASS document whose frame n is picture n, or null if none show. */
  readonly captions: string | null;
  readonly encoder: X264Settings;
  /** The size of the encoded pictures, if it differs from that of the frames: drafts are smaller. */
  readonly encodedSize?: Size;
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
  /** Frames in which the captions differ from the frame before, ascending. */
  readonly changes: readonly number[];
  /**
   * An ASS document whose frame k shows the captions of absolute frame `frames[k]`, or null if none
   * of these frames shows captions.
   */
  readonly documentOf: (frames: readonly number[]) => string | null;
  /** The rows in which captions draw anything in the frames [from, to), or null if none show. */
  readonly rowsOf: (from: number, to: number) => PixelRows | null;
}

/** The transition that every ffmpeg supports. The others need `xfade`. */
export const CROSS_FADE = 'fade';

export const NO_CAPTIONS: CaptionTrack = {
  changes: [],
  documentOf: () => null,
  rowsOf: () => null,
};
