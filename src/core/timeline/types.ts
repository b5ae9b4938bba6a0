import type { GainPoint } from '../sound/envelope.js';
import type {
  BlendMode,
  Ducking,
  CornersAndRotation,
  FrameRate,
  MatteType,
  ResizeMode,
  ShapeMask,
  TextElement,
  Waveform,
  WordList,
} from '../project/types/index.js';
import type { PictureTraits } from '../media/picture-traits.js';
import type { Size } from './box.js';
import type { TextTimes } from './text-states.js';
import type { ShapePath } from '../raster/svg-path.js';
import type { FillAndStroke, ShapeForm } from '../raster/types.js';
import type { FocusMove } from './focus.js';
import type { ClipLook } from './clip-look.js';
import type { Channel } from '../motion/pose.js';

/** Facts about a source file that are known after decoding or probing it. */
export interface SourceProbe {
  /** SHA-256 (hex) of the file's bytes. */
  readonly contentHash: string;
  /** An animation is a picture that moves, has no sound, and repeats. */
  readonly kind: 'audio' | 'image' | 'video' | 'animation';
  /** How the stored picture becomes the one that is shown. */
  readonly traits: PictureTraits;
  /** Display size in pixels, after rotation; null without a picture. */
  readonly width: number | null;
  readonly height: number | null;
  /** Pixels of the file for each pixel of this size, a whole number. Absent if they are the same. */
  readonly density?: number;
  /** False if the format has no alpha, so every pixel is opaque. */
  readonly translucent: boolean;
  /** Exact length of the picture track in microseconds; null for stills and audio. */
  readonly videoDurationUs: number | null;
  /** When a source that repeats starts again, if its file has several passes of its pictures. */
  readonly loopUs?: number;
  /** Start of the last picture in microseconds; null for stills and audio. */
  readonly lastPictureUs: number | null;
  /** Exact length of the decoded sound in samples at 48 kHz; null without sound. */
  readonly audioSamples: number | null;
}

/** Sources, by the key that `sourceKey` returns. */
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
  /** The transition from the scene before, during which both are visible; null for a cut. */
  readonly transition: string | null;
  /** How long both scenes are visible. */
  readonly overlapSamples: number;
}

/** A picture on the timeline, in absolute frames. Clips are listed in paint order. */
export interface VisualClip {
  readonly pointer: string;
  readonly kind: 'image' | 'video' | 'shape' | 'group';
  /** Empty for shapes and groups. */
  readonly contentHash: string;
  /** The shape that is painted, or null. */
  readonly shape: ShapePaint | null;
  /** What a group contains, or null. */
  readonly content: ClipContent | null;
  readonly sceneIndex: number | null;
  readonly startFrame: number;
  readonly endFrame: number;
  /** Position in the source, in microseconds. */
  readonly seekUs: number;
  readonly speed: number;
  /** Length of a looping source in microseconds, after which it restarts. Null if it plays once. */
  readonly loopUs: number | null;
  /** The picture that stays while the sound continues. Null if the pictures are as long as the sound. */
  readonly freezeFrame: FreezeFrame | null;
  /** The box that it fills, in pixels of the output. It may lie partly outside the frame. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Display size of the source, or of its cropped part, in pixels. */
  readonly sourceWidth: number;
  readonly sourceHeight: number;
  readonly resize: ResizeMode;
  readonly opacity: number;
  readonly zIndex: number;
  /** Paint order among the elements of the video. With the same z-index, the later element is on top. */
  readonly sequence: number;
  /** How the stored picture becomes the one that is shown. */
  readonly traits: PictureTraits;
  /** False if every pixel of the source is known to be opaque. */
  readonly translucent: boolean;
  readonly fadeInFrames: number;
  readonly fadeOutFrames: number;
  /** The motion of the view over the picture, or null. */
  readonly motion: FocusMove | null;
  /** How the whole clip moves, or null if it stays as it is placed. */
  readonly movement: ClipMovement | null;
  /** The changes to the picture before it is placed, or null. */
  readonly look: ClipLook | null;
  readonly cornersAndRotation: CornersAndRotation;
  readonly mask: ShapeMask | null;
  readonly blend: BlendMode;
  readonly matte: ClipMatte | null;
}

/** Clips in a frame of their own. Their frames are counted from the start of the video. */
export interface ClipContent extends Size {
  /** Unique in the video. */
  readonly id: number;
  /** `#RRGGBBAA`. */
  readonly backgroundColor: string;
  readonly visuals: readonly VisualClip[];
  readonly texts: readonly TextClip[];
  /** What is drawn in the whole frame. Absent for a group of elements. */
  readonly waveform?: WaveformClip;
}

/** A waveform on the timeline. */
export interface WaveformClip {
  readonly settings: Waveform;
  /** The content of the source whose sound shows, or null for what is heard. */
  readonly contentHash: string | null;
  /** The time that it shows, in samples of its sound at 48 kHz; the end is exclusive. */
  readonly startSample: number;
  readonly endSample: number;
  /** Where its sound begins on the timeline. */
  readonly offsetSamples: number;
}

/** What cuts a clip. It has the size of the frame in which the clip is placed. */
export interface ClipMatte {
  readonly type: MatteType;
  readonly content: ClipContent;
}

/** How a clip moves, grows, turns, and appears. */
export interface ClipMovement {
  /** The point about which it turns and grows, in shares of its box. */
  readonly anchor: { readonly x: number; readonly y: number };
  readonly channels: readonly Channel[];
}

/** The last picture of a video whose sound is longer. */
export interface FreezeFrame {
  /** End of the pictures, in microseconds of the source. */
  readonly fromUs: number;
  /** Start of the last picture, where it is read. */
  readonly seekUs: number;
}

export interface ShapePaint extends FillAndStroke {
  readonly form: ShapeForm;
  /** An outline in the place of the form. */
  readonly path?: ShapePath;
}

/** A text on the timeline, in absolute frames. */
export interface TextClip {
  readonly element: TextElement;
  readonly sceneIndex: number | null;
  readonly startFrame: number;
  readonly zIndex: number;
  /** As in {@link VisualClip}. */
  readonly sequence: number;
  readonly times: TextTimes;
}

/** A sound on the timeline, in absolute samples at 48 kHz. */
export interface SoundClip {
  readonly pointer: string;
  /** The key that `sourceKey` returns. */
  readonly src: string;
  readonly contentHash: string;
  readonly sceneIndex: number | null;
  readonly startSample: number;
  /** Exclusive. */
  readonly endSample: number;
  /** Start in its source as it is played, at `speed`. */
  readonly seekSamples: number;
  readonly speed: number;
  /** Number of samples after which it restarts. Null if it plays once. */
  readonly loopSamples: number | null;
  readonly volume: number;
  readonly fadeInSamples: number;
  readonly fadeOutSamples: number;
  /** Additional gains: the cross-fades of the scene that it belongs to. */
  readonly ramps: readonly GainRamp[];
  /** Further gains at samples that are counted from the start of the clip, even between them. Empty for none. */
  readonly levels: readonly SoundLevel[];
  /** Ducking settings, or null. {@link envelope} is the result. */
  readonly ducking: Ducking | null;
  /** An additional gain over the timeline. */
  readonly envelope: readonly GainPoint[];
  /** How its words are found. Null for music, and for the sound of videos. */
  readonly speech: Speech | null;
}

/** A linear gain at a sample of a clip. */
export interface SoundLevel {
  readonly sample: number;
  readonly gain: number;
}

/** A gain that changes evenly from one value to another, and keeps these values before and after. */
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
  /** What differs from what the config says, because of its sources. */
  readonly warnings: readonly string[];
}
