import type { TimedWord } from '../timing/types.js';

/** A word as captions show it. */
export interface CaptionWord extends TimedWord {
  /** True: shown in the keyword colour. */
  readonly keyword?: boolean;
}

/**
 * Words shown together on the screen, as lines. Plain data, without styling; times in absolute ms. It may
 * begin after its first word where another speaks at once.
 */
export interface CaptionPage {
  readonly lines: readonly (readonly CaptionWord[])[];
  readonly startMs: number;
  readonly endMs: number;
}

/** Whose words a page holds. */
export function trackOf(page: CaptionPage): number {
  return page.lines[0]?.[0]?.track ?? 0;
}

/** The width of a text in pixels at the size and weight the captions are drawn in. */
export type TextMeasure = (text: string) => number;

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}
