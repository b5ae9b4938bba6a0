import type { Paintwork, ShapeForm } from '../raster/types.js';

import type { TransitionStyle } from './transition-styles.js';

/** A frame rate as an exact fraction of frames per second, e.g. 30/1 or 30000/1001. */
export interface FrameRate {
  readonly num: number;
  readonly den: number;
}

export const QUALITIES = ['low', 'medium', 'high'] as const;
export type Quality = (typeof QUALITIES)[number];

export const RESIZE_MODES = [
  'cover',
  'contain',
  'fill',
  'fit',
  'stretch',
  'center',
  'blur',
] as const;
export type ResizeMode = (typeof RESIZE_MODES)[number];

/** `[horizontal]-[vertical]`, the canonical order of the nine position presets. */
export type HorizontalAlign = 'left' | 'center' | 'right';
export type VerticalAlign = 'top' | 'center' | 'bottom';
export interface Position {
  readonly horizontal: HorizontalAlign;
  readonly vertical: VerticalAlign;
}

/**
 * When and how long an element plays, in integer milliseconds.
 * `duration`: milliseconds, or `natural` (its own length, -1), or `container` (as long as what holds it, -2).
 */
export interface Timing {
  readonly startMs: number;
  readonly duration: number | 'natural' | 'container';
}

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
}

interface ElementBase extends Timing {
  /** JSON pointer (RFC 6901) of the element in the submitted config. */
  readonly pointer: string;
  readonly id: string | null;
  readonly fadeInMs: number;
  readonly fadeOutMs: number;
}

/** A word said at a time, in integer milliseconds from the start of the clip (or of the video). */
export interface GivenWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

export interface AudioElement extends ElementBase, Played {
  readonly type: 'audio';
  readonly src: string;
  /** False: music, never read for words. */
  readonly speech: boolean;
  /** The script spoken in this clip, or null. */
  readonly text: string | null;
  /** Word times of this clip at its own speed, or null. */
  readonly words: readonly GivenWord[] | null;
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
  readonly outline: ElementOutline;
}

/** How an element is cut and turned where it stands. */
export interface ElementOutline {
  /** Of its corners; a share is of its shorter side. */
  readonly cornerRadius: Length;
  readonly rotation: Rotation | null;
}

/** Around the middle, clockwise. */
export interface Rotation {
  /** Degrees, as the element comes. */
  readonly angle: number;
  /** Degrees a second. */
  readonly speed: number;
}

/** A length in pixels of what it is a length of, or as a share of it, 0 to 1. */
export type Length = { readonly px: number } | { readonly share: number };

/** What is done to a picture before it is placed. */
export interface ElementLook {
  /** The part of the source that shows, or null: all of it. */
  readonly crop: Crop | null;
  readonly flip: Flip | null;
  readonly correction: Correction | null;
  readonly chromaKey: ChromaKey | null;
}

/** In pixels of the source, or as a share of its width and height. */
export interface Crop {
  readonly x: Length;
  readonly y: Length;
  readonly width: Length;
  readonly height: Length;
}

export const FLIPS = ['horizontal', 'vertical', 'both'] as const;
export type Flip = (typeof FLIPS)[number];

/** Colour correction; what each value means stands with its field. */
export interface Correction {
  readonly brightness: number;
  readonly contrast: number;
  readonly saturation: number;
  readonly gamma: number;
  /** Degrees. */
  readonly hue: number;
  readonly grayscale: number;
  readonly sepia: number;
  /** Standard deviation in pixels of the output. */
  readonly blur: number;
}

/** A colour that lets through what lies below. */
export interface ChromaKey {
  /** `#RRGGBB`, upper case. */
  readonly color: string;
  /** How far from the colour all is let through, 0.01 to 1. */
  readonly tolerance: number;
  /** Over how much more distance it lets through less and less, 0 to 1. */
  readonly blend: number;
}

/** Where the view goes when it pans, and null where it stays in the middle. */
export const PAN_DIRECTIONS = [
  'left',
  'right',
  'top',
  'bottom',
  'top-left',
  'top-right',
  'bottom-left',
  'bottom-right',
] as const;
export type PanDirection = (typeof PAN_DIRECTIONS)[number];

export interface ElementMotion {
  /** Enlargement at the end (above 1: zooms in) or at the start (below -1: zooms out); 1 is none. */
  readonly zoomFrom: number;
  readonly zoomTo: number;
  readonly pan: PanDirection | null;
  /** How far the view goes, as a part of the picture's size, 0.01 to 0.5. */
  readonly panDistance: number;
}

export interface ImageElement extends Placed {
  readonly type: 'image';
  readonly src: string;
}

export interface VideoElement extends Placed, Played {
  readonly type: 'video';
  readonly src: string;
}

export const TEXT_ANIMATIONS = [
  'fade',
  'pop',
  'slide-up',
  'slide-down',
  'slide-left',
  'slide-right',
  'typewriter',
  'words',
] as const;
export type TextAnimationStyle = (typeof TEXT_ANIMATIONS)[number];

export interface TextAnimation {
  readonly style: TextAnimationStyle;
  readonly durationMs: number;
}

/** Every setting of a text, resolved: colours are `#RRGGBBAA` upper case, sizes pixels of the output. */
export interface TextSettings {
  readonly fontFamily: string;
  readonly fontSize: number;
  /** 100 to 900. */
  readonly fontWeight: number;
  readonly color: string;
  /** From baseline to baseline, of the font size. */
  readonly lineHeight: number;
  readonly letterSpacing: number;
  readonly align: HorizontalAlign;
  readonly allCaps: boolean;
  readonly outlineColor: string;
  readonly outlineWidth: number;
  readonly shadowColor: string;
  readonly shadowOffset: number;
  /** Null: no box. */
  readonly boxColor: string | null;
  readonly boxPadding: number;
  readonly boxRadius: number;
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
  readonly outline: ElementOutline;
}

export type VisualElement = ImageElement | VideoElement;
/** An element with a source. */
export type MediaElement = AudioElement | VisualElement;
/** What a scene or a video holds, but for the subtitles. */
export type HeldElement = MediaElement | TextElement | ShapeElement;

export const CAPTION_STYLES = [
  ...['progressive', 'classic', 'classic-progressive', 'classic-one-word', 'boxed-line'],
  ...['boxed-word', 'karaoke', 'highlight', 'pop', 'bounce', 'typewriter', 'underline'],
] as const;
export type CaptionStyle = (typeof CAPTION_STYLES)[number];

/** What is kept free at each edge, as a part of the frame's width or height. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every caption setting, resolved: colours are `#RRGGBBAA` upper case, sizes are pixels of the output. */
export interface CaptionSettings {
  readonly style: CaptionStyle;
  readonly fontFamily: string;
  /** Where the font comes from, instead of the family; null: it is installed. */
  readonly fontUrl: string | null;
  /** 100 to 900. */
  readonly fontWeight: number;
  readonly fontSize: number;
  /** From baseline to baseline, of the font size. */
  readonly lineHeight: number;
  readonly letterSpacing: number;
  readonly wordColor: string;
  readonly lineColor: string;
  readonly keywordColor: string;
  readonly shadowColor: string;
  readonly shadowOffset: number;
  /** Null: no box. */
  readonly boxColor: string | null;
  readonly outlineColor: string;
  readonly outlineWidth: number;
  readonly position: Position;
  readonly safeArea: Margins;
  readonly maxWordsPerLine: number;
  readonly maxCharsPerLine: number;
  readonly maxLines: number;
  readonly allCaps: boolean;
  /** Words and phrases shown in `keywordColor`. */
  readonly keywords: readonly string[];
  /** What is shown instead of a word; empty: nothing. */
  readonly replace: Readonly<Record<string, string>>;
  /** Added to the time of each word. */
  readonly offsetMs: number;
}

/** A caption file: where it is, or what it says. */
export type CaptionSource = { readonly src: string } | { readonly text: string };

export interface SubtitlesElement {
  readonly type: 'subtitles';
  readonly pointer: string;
  /** The scene the element stands in, or null: the whole video. */
  readonly sceneIndex: number | null;
  /** BCP 47 language tag, `auto` when the caller gave none. */
  readonly language: string;
  readonly text: string | null;
  readonly words: readonly GivenWord[] | null;
  readonly captions: CaptionSource | null;
  readonly settings: CaptionSettings;
}

export interface Scene {
  readonly pointer: string;
  readonly id: string | null;
  /** `#RRGGBB`, upper case. */
  readonly backgroundColor: string;
  /** Milliseconds, or null: as long as its audio, else its longest visual. */
  readonly durationMs: number | null;
  /** How it takes the place of the scene before; null: a cut. */
  readonly transition: SceneTransition | null;
  readonly elements: readonly HeldElement[];
}

/** Both scenes show while it lasts, so the video is shorter by its duration. */
export interface SceneTransition {
  readonly style: TransitionStyle;
  readonly durationMs: number;
}

export const POSTER_FORMATS = ['jpg', 'png', 'webp'] as const;
export type PosterFormat = (typeof POSTER_FORMATS)[number];
export const PREVIEW_FORMATS = ['gif', 'webm'] as const;
export type PreviewFormat = (typeof PREVIEW_FORMATS)[number];
export const AUDIO_FORMATS = ['m4a', 'mp3', 'wav'] as const;
export type AudioFormat = (typeof AUDIO_FORMATS)[number];

interface Output {
  readonly pointer: string;
  /** Of its file, without the ending. */
  readonly name: string;
}

/** The frame that shows at a time, as a picture. */
export interface PosterOutput extends Output {
  readonly type: 'poster';
  readonly format: PosterFormat;
  readonly timeMs: number;
  /** Pixels; null: as wide as the video. */
  readonly width: number | null;
}

/** A part of the video, small and without sound. */
export interface PreviewOutput extends Output {
  readonly type: 'preview';
  readonly format: PreviewFormat;
  readonly startMs: number;
  readonly durationMs: number;
  readonly width: number;
  readonly fps: number;
}

export interface AudioOutput extends Output {
  readonly type: 'audio';
  readonly format: AudioFormat;
}

/** What is made of the finished video. */
export type FileOutput = PosterOutput | PreviewOutput | AudioOutput;

/** The same project in a frame of another shape: read anew, so that what depends on the frame fits. */
export interface VideoOutput extends Output {
  readonly type: 'video';
  readonly project: Project;
}

export type ProjectOutput = VideoOutput | FileOutput;

/** A checked project: every default filled in, every alias resolved, every value within its bounds. */
export interface Project {
  readonly width: number;
  readonly height: number;
  readonly fps: FrameRate;
  readonly quality: Quality;
  /** Fastest encoder settings, for a look. */
  readonly draft: boolean;
  /** Integrated loudness that the sound is brought to, LUFS; null: it stays as it is mixed. */
  readonly loudness: number | null;
  readonly comment: string | null;
  readonly clientData: unknown;
  readonly scenes: readonly Scene[];
  /** Elements over the whole video, without the subtitles. */
  readonly elements: readonly HeldElement[];
  readonly subtitles: SubtitlesElement | null;
  /** What else is made besides the video itself. */
  readonly outputs: readonly ProjectOutput[];
}
