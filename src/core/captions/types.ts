import type { TimedWord } from '../timing/types.js';

/** Words shown together on the screen, as lines. Plain data, without styling; times in absolute ms. */
export interface CaptionPage {
  readonly lines: readonly (readonly TimedWord[])[];
  readonly startMs: number;
  readonly endMs: number;
}

/** The width of a text in pixels at the size and weight the captions are drawn in. */
export type TextMeasure = (text: string) => number;

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}
