import type { CaptionWord } from '../caption-page.js';

export interface LineLimits {
  /**
   * Words per line. Unless the limit is 1, everything between two spaces counts as one word in scripts without
   * spaces.
   */
  readonly maxWords: number;
  /** Characters per line, including spaces. A line of a single word can have more. */
  readonly maxChars: number;
  /** Pixels. */
  readonly maxWidth: number;
  /** Lines per page. */
  readonly maxLines: number;
}

/** Words with their widths in pixels. */
export interface MeasuredWords {
  readonly words: readonly CaptionWord[];
  readonly widths: readonly number[];
  /** The width of the space before each word if the word is not the first on its line. */
  readonly gaps: readonly number[];
}

/** Whether words fit on one line. A single word always does. */
export function fitsLine(
  { words, widths, gaps }: MeasuredWords,
  { maxWords, maxChars, maxWidth }: LineLimits,
): boolean {
  if (words.length === 1) return true;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const inner = gaps.slice(1);
  const chars = sum(words.map(({ text }) => text.length)) + inner.filter((gap) => gap > 0).length;
  return words.length <= maxWords && chars <= maxChars && sum(widths) + sum(inner) <= maxWidth;
}
