import type { TimedWord } from '../timing/types.js';

/** Words shown together on the screen, as lines. Plain data, without styling; times in absolute ms. */
export interface CaptionPage {
  readonly lines: readonly (readonly TimedWord[])[];
  readonly startMs: number;
  readonly endMs: number;
}

/** One state of the captions: what stands on the screen from one frame to another. */
export interface Cue {
  /** Absolute whole frames; end exclusive. Cues are in order and never overlap. */
  readonly startFrame: number;
  readonly endFrame: number;
  readonly lines: readonly (readonly CueWord[])[];
}

export interface CueWord {
  readonly text: string;
  /** True: the word being said, shown in the word colour. */
  readonly active: boolean;
}

/** The width of a text in pixels at the size and weight the captions are drawn in. */
export type TextMeasure = (text: string) => number;

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}
