import type { Paintwork, ShapeForm } from '../../raster/types.js';
import type { ElementLook, ElementMotion, CornersAndRotation } from './looks.js';
import type { TextAnimation, TextSettings } from './text.js';
import type { Position, ResizeMode, Timing, WordList } from './values.js';

/** How a sound makes room for speech. */
export interface Ducking {
  /** By how much it goes down: 0 or below. */
  readonly levelDb: number;
  /** The way down, which ends when the voice begins, and the way back up. */
  readonly attackMs: number;
  readonly releaseMs: number;
}

/** How a source with a length of its own is played. */
interface Played {
  /** Milliseconds of the source. */
  readonly seekMs: number;
  readonly loop: boolean;
  /** 1 is as it is, above is faster; the pitch stays. */
  readonly speed: number;
  /** Linear gain, 0 to 10. */
  readonly volume: number;
  readonly ducking: Ducking | null;
  /** Which track of sound: its number from 1, its language, or null: its file's default. */
  readonly audioTrack: number | string | null;
}

interface ElementBase extends Timing {
  /** JSON pointer (RFC 6901) of the element in the submitted config. */
  readonly pointer: string;
  readonly id: string | null;
  readonly fadeInMs: number;
  readonly fadeOutMs: number;
}

interface Sourced {
  /** Address of the media. */
  readonly src: string;
  /** True: what there is of a source that is not whole will do. */
  readonly acceptDamaged: boolean;
}

export interface AudioElement extends ElementBase, Played, Sourced {
  readonly type: 'audio';
  /** False: music, never read for words. */
  readonly speech: boolean;
  /** The script spoken in this clip, or null. */
  readonly text: string | null;
  /** Word times of this clip at its own speed, or null. */
  readonly words: WordList | null;
  /** BCP 47 language of the speech, or null: that of the subtitles element. */
  readonly language: string | null;
}

interface Placed extends ElementBase {
  readonly zIndex: number;
  readonly resize: ResizeMode;
  /** Box in pixels of the output; null = the frame's (width, height) or placed by `position` (x, y). */
  readonly x: number | null;
  readonly y: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly position: Position;
  /** 0 to 1. */
  readonly opacity: number;
  /** How the view moves over the picture while it shows, or null: not at all. */
  readonly motion: ElementMotion | null;
  readonly look: ElementLook;
  readonly outline: CornersAndRotation;
}

export interface ImageElement extends Placed, Sourced {
  readonly type: 'image';
}

export interface VideoElement extends Placed, Played, Sourced {
  readonly type: 'video';
}

/** Where an element's box stands, and what lies above it. */
export interface Place {
  readonly zIndex: number;
  /** Pixels of the output; null: the frame's (width), its content's (height), by `position` (x, y). */
  readonly x: number | null;
  readonly y: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly position: Position;
  /** 0 to 1. */
  readonly opacity: number;
}

/** A text that is drawn into the picture. */
export interface TextElement extends ElementBase, Place {
  readonly type: 'text';
  /** Lines are separated by `\n`. */
  readonly text: string;
  readonly settings: TextSettings;
  readonly animateIn: TextAnimation | null;
  readonly animateOut: TextAnimation | null;
}

/** A form that is painted. */
export interface ShapeElement extends ElementBase, Place, Paintwork {
  readonly type: 'shape';
  readonly form: ShapeForm;
  readonly outline: CornersAndRotation;
}

export type VisualElement = ImageElement | VideoElement;
/** An element with a source. */
export type MediaElement = AudioElement | VisualElement;
/** What a scene or a video holds, but for the subtitles. */
export type HeldElement = MediaElement | TextElement | ShapeElement;
