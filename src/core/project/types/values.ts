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
  'none',
] as const;
export type ResizeMode = (typeof RESIZE_MODES)[number];

/** The two parts of a position such as `center-bottom`. */
export type HorizontalAlign = 'left' | 'center' | 'right';
export type VerticalAlign = 'top' | 'center' | 'bottom';
export interface Position {
  readonly horizontal: HorizontalAlign;
  readonly vertical: VerticalAlign;
}

/** Margins that are kept free, as a share of the width or height of the frame. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The start and length of an element, in milliseconds. `duration` is a number, `natural` (-1: the
 * length of the source), or `container` (-2: until the end of the scene or the video).
 */
export interface Timing {
  readonly startMs: number;
  readonly duration: number | 'natural' | 'container';
}

/** A start that depends on another element: the one before on the track, or one with an ID. */
export type StartRule =
  | { readonly begins: 'auto' }
  | { readonly begins: 'after' | 'with'; readonly id: string; readonly offsetMs: number };

/** How the times of an element depend on others. `startMs` and `duration` hold once these are known. */
export interface Sequence {
  readonly startRule: StartRule | null;
  /** The ID of the element that lasts as long, or null. */
  readonly durationOf: string | null;
  /** Elements with the same number follow each other. Null: a track for `auto` only. */
  readonly track: number | null;
}

/** A word with its times, in integer milliseconds from the start of the clip or the video. */
export interface GivenWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Whether a space precedes the word on a line. The default depends on the writing system. */
  readonly space?: boolean;
  /** Index of the speaker, starting at 0. Words of two speakers never share a page. */
  readonly track?: number;
}

/** The words of an element, and notes for the author on how they were read. */
export interface WordList {
  readonly words: readonly GivenWord[];
  /** Sentences that follow the pointer of the words and a colon. */
  readonly notes: readonly string[];
}
