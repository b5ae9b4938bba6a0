import type { CaptionSettings } from '../project/types/index.js';
import type { TimedWord } from '../timing/types.js';

/** A word in captions. */
export interface CaptionWord extends TimedWord {
  /** Whether the word is shown in the keyword color. */
  readonly keyword?: boolean;
}

/**
 * Lines of words that are on screen together. Times are absolute. A page can start after its first word if
 * another speaker talks at the same time.
 */
export interface CaptionPage {
  readonly lines: readonly (readonly CaptionWord[])[];
  readonly startMs: number;
  readonly endMs: number;
  /** The look of the page. Without, it has that of its track. */
  readonly settings?: CaptionSettings;
}

/** The track (clip or speaker) of the words on a page. */
export function pageTrack(page: CaptionPage): number {
  return page.lines[0]?.[0]?.track ?? 0;
}

/** Measures the width of a text in pixels, in the font of the captions. */
export type MeasureText = (text: string) => number;

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}
