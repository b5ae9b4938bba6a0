import type { LineLimits } from './divide-phrase.js';
import type { CaptionWord } from '../caption-page.js';

/** Words that are a page in the lines their author gave them, or that are to be divided into pages. */
export type AuthorPart =
  | { readonly page: readonly (readonly CaptionWord[])[]; readonly words?: undefined }
  | { readonly words: readonly CaptionWord[]; readonly page?: undefined };

/** What the line of another speaker begins with. */
const SPEAKER = /^(?:[-\u2010-\u2015\u2212]|>>)/;

/**
 * Words by the lines of their cues. The lines of a cue stay as they are where each of them fits, as many
 * on a page as it may have; else the words are divided anew, but never across where another speaker
 * begins.
 *
 * @param fits whether words may stand in one line
 */
export function splitByAuthor(
  words: readonly CaptionWord[],
  fits: (line: readonly CaptionWord[]) => boolean,
  maxLines: number,
): AuthorPart[] {
  return runs(words, ({ cue }) => cue).flatMap((cue): AuthorPart[] => {
    const lines = cue[0]!.cue === undefined ? [cue] : runs(cue, ({ line }) => line);
    if (lines.length === 1) return [{ words: cue }];
    if (lines.every(fits)) return chunks(lines, maxLines).map((page) => ({ page }));
    return speeches(lines).map((speech) => ({ words: speech.flat() }));
  });
}

/** Whether words fit a line: one word always does. */
export function fitsLine(
  line: readonly CaptionWord[],
  widths: readonly number[],
  gaps: readonly number[],
  { maxWords, maxChars, maxWidth }: LineLimits,
): boolean {
  if (line.length === 1) return true;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const between = gaps.slice(1);
  const chars = sum(line.map(({ text }) => text.length)) + between.filter((gap) => gap > 0).length;
  return line.length <= maxWords && chars <= maxChars && sum(widths) + sum(between) <= maxWidth;
}

function runs(
  words: readonly CaptionWord[],
  keyOf: (word: CaptionWord) => number | undefined,
): CaptionWord[][] {
  const found: CaptionWord[][] = [];
  for (const word of words) {
    const last = found.at(-1);
    if (last && keyOf(last[0]!) === keyOf(word)) last.push(word);
    else found.push([word]);
  }
  return found;
}

/** Lines page by page; the lines of one speaker stay together where they fit a page. */
function chunks(lines: readonly CaptionWord[][], maxLines: number): CaptionWord[][][] {
  const pages: CaptionWord[][][] = [];
  for (const speech of speeches(lines)) {
    const last = pages.at(-1);
    if (last && last.length + speech.length <= maxLines) last.push(...speech);
    else {
      for (let at = 0; at < speech.length; at += maxLines)
        pages.push(speech.slice(at, at + maxLines));
    }
  }
  return pages;
}

/** Lines in groups that each begin where another speaker does. */
function speeches(lines: readonly CaptionWord[][]): CaptionWord[][][] {
  const groups: CaptionWord[][][] = [];
  for (const line of lines) {
    if (groups.length === 0 || SPEAKER.test(line[0]!.text)) groups.push([]);
    groups.at(-1)!.push(line);
  }
  return groups;
}
