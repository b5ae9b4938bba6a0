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

/** A word said at a time, in integer milliseconds from the start of the clip (or of the video). */
export interface GivenWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Whether a space stands before it on a line; when missing, as its script has it. */
  readonly space?: boolean;
  /** Whose words these are, where several speak: counted from 0. No page holds words of two. */
  readonly track?: number;
}

/** The words that an element says, with what its author should know of how they were read. */
export interface WordList {
  readonly words: readonly GivenWord[];
  /** Sentences that go on after the words' pointer and a colon. */
  readonly notes: readonly string[];
}
