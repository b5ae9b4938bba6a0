import { joinWords, type SpacedWord } from '../text/join-words.js';
import type { WrappedLine } from '../text/lay-out-block.js';
import { fontOfWords, spansOf } from '../text/lay-out-line.js';
import type { FontRequest, ShapeOptions, TextShaper } from '../text/types.js';
import { lettersOf } from '../text/graphemes.js';
import { sliceWord } from '../text/wrap-text.js';

const ELLIPSIS = '\u2026';
/** What does not come before an ellipsis. */
const TRAILING = /[\s.,;:!?\u2026\u3001\u3002\u2013\u2014-]+$/u;

export interface ShortenOptions {
  /** The most lines. */
  readonly most: number;
  readonly maxWidth: number;
  /** Whether lines that are too wide end with an ellipsis, too. */
  readonly isTooWide: boolean;
  readonly shaper: TextShaper;
  readonly fonts: readonly FontRequest[];
  readonly options: ShapeOptions;
}

/** Leaves out lines after the first ones, and ends each line that is cut with an ellipsis, within the width. */
export function shortenLines(
  lines: readonly WrappedLine[],
  options: ShortenOptions,
): WrappedLine[] {
  const { most, maxWidth, isTooWide } = options;
  const isCut = lines.length > most;
  return lines.slice(0, most).map((line, index): WrappedLine => {
    const endsText = isCut && index === most - 1;
    const isWide = isTooWide && widthOf(line.words, options) > maxWidth;
    if (!endsText && !isWide) return line;
    return { words: withEllipsis(line.words, options), endsParagraph: true };
  });
}

function withEllipsis(words: readonly SpacedWord[], options: ShortenOptions): SpacedWord[] {
  const letters = words.map(({ text }) => lettersOf(text));
  const total = letters.reduce((sum, { length }) => sum + length, 0);
  /** The first letters of the line, and an ellipsis in the look of the last one. */
  const shortened = (count: number): SpacedWord[] => {
    const kept: SpacedWord[] = [];
    let remaining = count;
    for (const [index, word] of words.entries()) {
      if (remaining <= 0) break;
      const { length } = letters[index]!.slice(0, remaining).join('');
      kept.push(length === word.text.length ? word : { ...word, ...sliceWord(word, 0, length) });
      remaining -= letters[index]!.length;
    }
    return endWithEllipsis(kept, words[0]);
  };
  let [fits, tooMany] = [0, total + 1];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (widthOf(shortened(middle), options) <= options.maxWidth) fits = middle;
    else tooMany = middle;
  }
  return shortened(fits);
}

function endWithEllipsis(words: SpacedWord[], first: SpacedWord | undefined): SpacedWord[] {
  let kept = words;
  let last = kept.at(-1);
  while (last !== undefined) {
    const trimmed = last.text.replace(TRAILING, '');
    if (trimmed !== '') break;
    kept = kept.slice(0, -1);
    last = kept.at(-1);
  }
  const word = last ? sliceWord(last, 0, last.text.replace(TRAILING, '').length) : { text: '' };
  const style = spansOf(last ?? first ?? { text: '' }).at(last ? -1 : 0)?.style ?? 0;
  const ended: SpacedWord = {
    ...last,
    text: word.text + ELLIPSIS,
    ...(last?.spans || first?.spans
      ? { spans: [...(word.spans ?? []), { length: 1, style }] }
      : {}),
  };
  return [...kept.slice(0, -1), ended];
}

function widthOf(words: readonly SpacedWord[], { shaper, fonts, options }: ShortenOptions): number {
  return shaper.shape(joinWords(words), fontOfWords(words, fonts), options).width;
}
