import type { GainPoint } from '../sound/envelope.js';
import type {
  Ducking,
  CornersAndRotation,
  FrameRate,
  ResizeMode,
  TextElement,
  WordList,
} from '../project/types/index.js';
import type { PictureTraits } from '../media/picture-traits.js';
import type { TextTimes } from './text-states.js';
import type { FillAndStroke, ShapeForm } from '../raster/types.js';
import type { FocusMove } from './focus.js';
import type { ClipLook } from './clip-look.js';

/** What was found out about one source file by decoding or probing it. */
export interface SourceProbe {
  /** SHA-256 (hex) of the file's bytes. */
  readonly contentHash: string;
  /** An animation is a picture that moves without sound, again and again. */
  readonly kind: 'audio' | 'image' | 'video' | 'animation';
  /** How its picture becomes the one that is shown. */
  readonly traits: PictureTraits;
  /** Display size in pixels, rotation applied; null without a picture. */
  readonly width: number | null;
  readonly height: number | null;
  /** False when no pixel lets anything through: the format has no alpha. */
  readonly translucent: boolean;
  /** Exact length of the picture track in microseconds; null for stills and audio. */
  readonly videoDurationUs: number | null;
  /** When the last picture begins, microseconds; null for stills and audio. */
  readonly lastPictureUs: number | null;
  /** Exact length of the decoded sound in samples at 48 kHz; null without sound. */
  readonly audioSamples: number | null;
}

/** Sources by what `sourceKey` tells them apart by. */
export type Probes = ReadonlyMap<string, SourceProbe>;

export interface TimelineScene {
  readonly index: number;
  readonly id: string | null;
  readonly pointer: string;
  readonly backgroundColor: string;
  /** Whole frames from the start of the video; end exclusive. */
  readonly startFrame: number;
  readonly endFrame: number;
  /** Exact times, in samples at 48 kHz from the start of the video; end exclusive. */
  readonly startSample: number;
  readonly endSample: number;
  /** How it takes the place of the scene before, over the time in which both show; or null: a cut. */
  readonly transition: string | null;
  /** How long both show. */
  readonly overlapSamples: number;
}

/** A picture on the timeline, in absolute frames; clips are listed in paint order. */
export interface VisualClip {
  readonly pointer: string;
  readonly kind: 'image' | 'video' | 'shape';
  /** Empty for shapes. */
  readonly contentHash: string;
  /** What is painted, of a shape. */
  readonly shape: ShapePaint | null;
  readonly sceneIndex: number | null;
  readonly startFrame: number;
  readonly endFrame: number;
  /** Into the source, microseconds. */
  readonly seekUs: number;
  readonly speed: number;
  /** Length of its source, microseconds: it begins again after it. Null: it plays once. */
  readonly loopUs: number | null;
  /** The picture that stays while its sound goes on; null: its pictures are as long. */
  readonly freezeFrame: FreezeFrame | null;
  /** The box it fills, pixels of the output; may lie partly outside of the frame. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Display size of the source, or of the part of it that shows; pixels. */
  readonly sourceWidth: number;
  readonly sourceHeight: number;
  readonly resize: ResizeMode;
  readonly opacity: number;
  readonly zIndex: number;
  /** Place among the elements of the video: of those at one z-index, the later paints on top. */
  readonly sequence: number;
  /** How the stored picture becomes the one that is shown. */
  readonly traits: PictureTraits;
  /** False only when it is known that no pixel of the source lets anything through. */
  readonly translucent: boolean;
  readonly fadeInFrames: number;
  readonly fadeOutFrames: number;
  /** How the view moves over the picture, or null: not at all. */
  readonly motion: FocusMove | null;
  /** What is done to the picture before it is placed, or null: nothing. */
  readonly look: ClipLook | null;
  readonly cornersAndRotation: CornersAndRotation;
}

/** The last picture of a video whose sound is longer. */
export interface FreezeFrame {
  /** When the pictures end, microseconds of the source. */
  readonly fromUs: number;
  /** When the last picture begins: where it is read. */
  readonly seekUs: number;
}

export interface ShapePaint extends FillAndStroke {
  readonly form: ShapeForm;
}

/** A text on the timeline, in absolute frames. */
export interface TextClip {
  readonly element: TextElement;
  readonly sceneIndex: number | null;
  readonly startFrame: number;
  readonly zIndex: number;
  /** As of a {@link VisualClip}. */
  readonly sequence: number;
  readonly times: TextTimes;
}

/** A sound on the timeline, in absolute samples at 48 kHz. */
export interface SoundClip {
  readonly pointer: string;
  /** As `sourceKey` makes it. */
  readonly src: string;
  readonly contentHash: string;
  readonly sceneIndex: number | null;
  readonly startSample: number;
  /** Exclusive. */
  readonly endSample: number;
  /** Where it begins in its source as it is played: at `speed`. */
  readonly seekSamples: number;
  readonly speed: number;
  /** After so many samples it begins again; null: it plays once. */
  readonly loopSamples: number | null;
  readonly volume: number;
  readonly fadeInSamples: number;
  readonly fadeOutSamples: number;
  /** Gains by which the sound is multiplied besides: cross-fades of the scene it belongs to. */
  readonly ramps: readonly GainRamp[];
  /** How it makes room for speech, or null; {@link envelope} is what comes of it. */
  readonly ducking: Ducking | null;
  /** A gain besides, over the timeline. */
  readonly envelope: readonly GainPoint[];
  /** What may be read for words; null for music and for the sound of videos. */
  readonly speech: Speech | null;
}

/** A gain that goes evenly from one value to another, and keeps them before and after. */
export interface GainRamp {
  readonly startSample: number;
  readonly endSample: number;
  readonly from: number;
  readonly to: number;
}

export interface Speech {
  readonly text: string | null;
  readonly words: WordList | null;
  readonly language: string | null;
}

export interface Timeline {
  readonly width: number;
  readonly height: number;
  readonly fps: FrameRate;
  readonly totalFrames: number;
  readonly totalSamples: number;
  readonly scenes: readonly TimelineScene[];
  readonly visuals: readonly VisualClip[];
  readonly texts: readonly TextClip[];
  readonly sounds: readonly SoundClip[];
}
