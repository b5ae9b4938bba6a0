import type { ShapePath } from '../../raster/svg-path.js';
import type { FillAndStroke, ShapeForm } from '../../raster/types.js';
import type {
  BlendMode,
  CornersAndRotation,
  ElementLook,
  ElementMotion,
  Length,
  MatteType,
  Rotation,
  ShapeMask,
} from './looks.js';
import type { ElementMovement, GivenKeyframe } from './movement.js';
import type { TextAnimation, TextRun, TextSettings } from './text.js';
import type { Position, ResizeMode, Sequence, Timing, WordList } from './values.js';
import type { Waveform } from './waveform.js';

/** How a sound ducks under speech. */
export interface Ducking {
  /** Gain while somebody speaks, 0 or below. */
  readonly levelDb: number;
  /** Length of the fade down, which ends when the voice begins, and of the fade up. */
  readonly attackMs: number;
  readonly releaseMs: number;
}

/** Playback of an audio or video source. */
interface Playback {
  /** Start position in the source. */
  readonly seekMs: number;
  /** End position in the source, or null for its end. */
  readonly untilMs: number | null;
  readonly loop: boolean;
  /** A value above 1 is faster. The pitch does not change. */
  readonly speed: number;
  /** Whether the speed is such that the source takes exactly the time of the element. */
  readonly fits: boolean;
  /** Linear gain, 0 to 10. */
  readonly volume: number;
  /** Factors of the volume over time, or null. */
  readonly volumeKeyframes: readonly GivenKeyframe[] | null;
  readonly ducking: Ducking | null;
  /** The audio track: its number, starting at 1, its language, or null for the default of the file. */
  readonly audioTrack: number | string | null;
}

interface ElementBase extends Timing, Sequence {
  /** JSON pointer (RFC 6901) of the element in the submitted config. */
  readonly pointer: string;
  readonly id: string | null;
  readonly fadeInMs: number;
  readonly fadeOutMs: number;
  /** How long a scene without a duration goes on after the element. */
  readonly extraTimeMs: number;
}

interface WithSource {
  /** Address of the source. */
  readonly src: string;
  /** True if the readable part of a damaged source is used. */
  readonly acceptDamaged: boolean;
}

/** What a voice says, and which one. Null leaves the choice to the operator. */
export interface VoiceRequest {
  /** The text as the author wrote it, with its marks for pauses. */
  readonly script: string;
  readonly voice: string | null;
  /** BCP 47. */
  readonly language: string | null;
  /** The name or the kind of an engine. */
  readonly provider: string | null;
  readonly model: string | null;
  /** The name of an engine, which takes precedence over `provider`. */
  readonly connection: string | null;
  /** 1 is the usual rate of the voice. */
  readonly speed: number;
  /** Semitones. */
  readonly pitch: number;
}

export interface AudioElement extends ElementBase, Playback, WithSource {
  readonly type: 'audio';
  /** Absent for a recording. The source of a voice is spoken before it is fetched. */
  readonly voice?: VoiceRequest;
  /** False for music, which is never searched for words. */
  readonly speech: boolean;
  /** Whether it goes on when its scene ends. */
  readonly beyondScene: boolean;
  /** The script of this clip, or null. */
  readonly text: string | null;
  /** Words with times in this clip at normal speed, or null. */
  readonly words: WordList | null;
  /** BCP 47 language of the speech, or null for the language of the subtitles element. */
  readonly language: string | null;
}

/** How an element combines with what is below it. */
export interface Compositing {
  readonly blend: BlendMode;
  readonly matte: Matte | null;
}

/** An element that is not seen itself: another one shows only where it is opaque, or bright. */
export interface Matte {
  readonly type: MatteType;
  /** Placed like the element that it cuts. Its times count from the start of that one. */
  readonly element: DrawnElement;
}

interface PictureElement extends ElementBase, Compositing {
  readonly zIndex: number;
  readonly resize: ResizeMode;
  /** Space between the box and the picture, in pixels of the output. */
  readonly padding: number;
  /** Box in pixels of the output. Null: the size of the frame (width, height), or from `position` (x, y). */
  readonly x: number | null;
  readonly y: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly position: Position;
  /** Distance from the edges of the frame that `position` names; a share is one of the side. */
  readonly margin: Length;
  /** How far the box is moved from the place that the other fields give it, in pixels of the output. */
  readonly offset: { readonly x: number; readonly y: number };
  /** Pixels of the output for each pixel of the source, if the box has the size of the picture. Below 1 in drafts. */
  readonly sourceScale: number;
  /** 0 to 1. */
  readonly opacity: number;
  /** Movement of the view over the picture, or null. */
  readonly motion: ElementMotion | null;
  readonly movement: ElementMovement;
  readonly look: ElementLook;
  readonly outline: CornersAndRotation;
  readonly mask: ShapeMask | null;
}

/** A page that a browser draws. */
export interface HtmlPage {
  readonly html: string;
  /** Rules for the page, which may be empty. */
  readonly css: string;
  /** The viewport in pixels of CSS. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture for each pixel of CSS. */
  readonly pixelRatio: number;
}

export interface ImageElement extends PictureElement, WithSource {
  readonly type: 'image';
  /** Absent for a file. The picture of a page is drawn before sources are fetched. */
  readonly page?: HtmlPage;
}

export interface VideoElement extends PictureElement, Playback, WithSource {
  readonly type: 'video';
}

/** Position, size, and stacking order of an element. */
export interface ElementPlacement {
  readonly zIndex: number;
  /** Pixels of the output. Null: the width of the frame, the height of the content, or from `position` (x, y). */
  readonly x: number | null;
  readonly y: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly position: Position;
  /** 0 to 1. */
  readonly opacity: number;
}

/** A text that is drawn over the video. */
export interface TextElement extends ElementBase, ElementPlacement, Compositing {
  readonly type: 'text';
  /** Lines are separated by `\n`. */
  readonly text: string;
  readonly settings: TextSettings;
  /** The parts of the text, which together are `text`. One without settings for a text in one look. */
  readonly runs: readonly TextRun[];
  readonly animateIn: TextAnimation | null;
  readonly animateOut: TextAnimation | null;
  /** How the whole text moves. Its entrance and its exit are those above. */
  readonly movement: ElementMovement;
  readonly rotation: Rotation | null;
}

/** The placement of a box that is neither a picture nor a text. */
interface BoxPlacement extends ElementPlacement {
  /** As in {@link PictureElement}. */
  readonly margin: Length;
}

/** A painted shape. */
export interface ShapeElement extends ElementBase, BoxPlacement, FillAndStroke, Compositing {
  readonly type: 'shape';
  readonly form: ShapeForm;
  /** An outline in the place of the form. Absent for shapes that have a form. */
  readonly path?: ShapePath;
  readonly outline: CornersAndRotation;
  readonly movement: ElementMovement;
  readonly mask: ShapeMask | null;
}

/** Elements that are placed, timed, and painted as one. */
export interface GroupElement extends ElementBase, BoxPlacement, Compositing {
  readonly type: 'group';
  /**
   * Their times and places are relative to the group. In a waveform, the audio element whose sound it shows, which is not
   * heard; none if it shows what is heard.
   */
  readonly elements: readonly TimelineElement[];
  /** What is drawn in the place of its elements. Absent for a group of elements. */
  readonly waveform?: Waveform;
  /** `#RRGGBBAA` in uppercase, or null. */
  readonly backgroundColor: string | null;
  /** Multiplied with the volume of each sound in the group. */
  readonly volume: number;
  readonly outline: CornersAndRotation;
  readonly movement: ElementMovement;
  readonly mask: ShapeMask | null;
}

export type VisualElement = ImageElement | VideoElement;
/** An element with a source. */
export type MediaElement = AudioElement | VisualElement;
/** An element that is seen. */
export type DrawnElement = VisualElement | TextElement | ShapeElement | GroupElement;
/** Any element except the subtitles. */
export type TimelineElement = AudioElement | DrawnElement;
