import { splitAtMarks } from './break-word.js';
import type { TextWrap } from '../project/types/index.js';
import {
  separatorBetween,
  type SpacedWord,
  type StyleSpan,
  defaultSeparator,
} from './join-words.js';
import type { WrappedLine } from './lay-out-block.js';
import { fontOfWords, spansOf } from './lay-out-line.js';
import { isAscii, lettersOf, wordSegmentsOf } from './graphemes.js';
import { markSpaces } from './mark-spaces.js';
import type { FontRequest, ShapeOptions, TextShaper } from './types.js';

const LINE_BREAK = /\r\n|[\n\r\u2028]/;
const SPACE = /\s+/u;
/** Characters that never start or never end a line (Unicode line breaking, classes CL, EX, and OP). */
const STICKS_TO_PREVIOUS = /^[\p{Pe}\p{Pf}\p{Po}\u3005\u30FC\u3041\u3043\u3045\u3047\u3049\u3063]/u;
const STICKS_TO_NEXT = /[\p{Ps}\p{Pi}]$/u;

/**
 * Splits a text at the positions where a line can break: at spaces, and in scripts without spaces (Chinese,
 * Japanese, Thai, and others) between dictionary words.
 */
export function splitAtBreaks(text: string): string[] {
  return text
    .split(SPACE)
    .filter((part) => part !== '')
    .flatMap((part) => {
      if (isAscii(part)) return [part];
      const words: string[] = [];
      let before: string | null = null;
      for (const { segment } of wordSegmentsOf(part)) {
        // Only the end of a word matters. The whole word would be read again for each of its segments.
        const canBreak =
          before !== null &&
          defaultSeparator(before, segment) === '' &&
          !STICKS_TO_PREVIOUS.test(segment) &&
          !STICKS_TO_NEXT.test(before);
        if (before === null || canBreak) words.push(segment);
        else words[words.length - 1] += segment;
        before = segment;
      }
      return words;
    });
}

/** How a text is shaped. */
export interface TextStyle {
  readonly shaper: TextShaper;
  /** The font, or one for each look. */
  readonly font: FontRequest | readonly FontRequest[];
  readonly options: ShapeOptions;
}

/** How lines break. */
export interface WrapOptions {
  readonly wrap: TextWrap;
  /** Whether a word that is wider than a line is broken anywhere. */
  readonly breaksWords: boolean;
}

/**
 * Wraps a text into lines that fit a width: as few lines as possible, filled as evenly as possible. A URL or a
 * compound that is too wide is split after its slashes, hyphens, and dots. Any other word that is too wide gets a
 * line of its own. Line breaks in the text are kept.
 */
export function wrapText(text: string, maxWidthPx: number, style: TextStyle): SpacedWord[][] {
  const options = { wrap: 'balance', breaksWords: false } as const;
  return wrapStyledText({ text }, maxWidthPx, style, options).map(({ words }) => [...words]);
}

/**
 * Wraps a text in several looks. With `fill`, each line takes as many words as fit; with `none`, lines break only
 * where the text does.
 *
 * @param styled the text, and the looks of its parts
 */
export function wrapStyledText(
  styled: SpacedWord,
  maxWidthPx: number,
  { shaper, font, options }: TextStyle,
  { wrap, breaksWords }: WrapOptions,
): WrappedLine[] {
  const fonts = 'family' in font ? [font] : font;
  const widthOf = (word: SpacedWord) =>
    shaper.shape(word.text, fontOfWords([word], fonts), options).width;
  const spaces = fonts.map((one) => shaper.shape(' ', one, options).width);
  const spaceAfter = (word: SpacedWord) => spaces[spansOf(word).at(-1)?.style ?? 0]!;
  const maxWidth = wrap === 'none' ? Infinity : maxWidthPx;
  return paragraphsOf(styled).flatMap((paragraph) => {
    const words = splitParagraph(paragraph, (word) => widthOf(word) > maxWidth).flatMap((word) =>
      breaksWords && widthOf(word) > maxWidth ? breakAnywhere(word, widthOf, maxWidth) : [word],
    );
    const measured = words.map((word) => ({ word, width: widthOf(word), space: spaceAfter(word) }));
    const fill = (width: number) => fillLines(measured, width);
    const lines = wrap === 'balance' ? balanceLines(fill, maxWidth) : fill(maxWidth);
    return lines.map((line, index) => ({
      words: line,
      endsParagraph: index === lines.length - 1,
    }));
  });
}

/** The lines of a text, and the looks of their parts. */
function paragraphsOf(styled: SpacedWord): SpacedWord[] {
  let from = 0;
  return styled.text.split(LINE_BREAK).map((text) => {
    const at = styled.text.indexOf(text, from);
    const breakLength = styled.text.startsWith('\r\n', at + text.length) ? 2 : 1;
    from = at + text.length + breakLength;
    return styled.spans ? sliceWord(styled, at, at + text.length) : { text };
  });
}

/** A part of a word or a text, with its looks. */
export function sliceWord(word: SpacedWord, from: number, to: number): SpacedWord {
  const text = word.text.slice(from, to);
  if (!word.spans) return { text };
  let start = 0;
  const spans: StyleSpan[] = [];
  for (const { length, style } of word.spans) {
    const within = Math.min(to, start + length) - Math.max(from, start);
    if (within > 0) spans.push({ length: within, style });
    start += length;
  }
  return { text, spans };
}

/** Fills lines at the smallest width that needs no more lines than `maxWidth`. */
function balanceLines(fill: (width: number) => SpacedWord[][], maxWidth: number): SpacedWord[][] {
  const { length } = fill(maxWidth);
  let [tooNarrow, enough] = [0, maxWidth];
  while (enough - tooNarrow > 1) {
    const middle = (tooNarrow + enough) / 2;
    if (fill(middle).length <= length) enough = middle;
    else tooNarrow = middle;
  }
  return fill(enough);
}

/** Splits a paragraph into words that can be on separate lines, with the spacing and the looks of the text. */
function splitParagraph(
  paragraph: SpacedWord,
  isTooWide: (word: SpacedWord) => boolean,
): SpacedWord[] {
  const words = splitAtBreaks(paragraph.text).map((text): SpacedWord => ({ text }));
  let from = 0;
  return markSpaces(words, paragraph.text).flatMap((spaced) => {
    const at = paragraph.text.indexOf(spaced.text, from);
    from = at + spaced.text.length;
    const word = { ...spaced, ...sliceWord(paragraph, at, from) };
    if (!isTooWide(word)) return [word];
    const style = spansOf(word)[0]?.style ?? 0;
    const parts = splitAtMarks(word.text, (text) =>
      isTooWide({ text, spans: [{ length: text.length, style }] }),
    );
    return splitInto(word, parts);
  });
}

/** Splits a word into as few parts as fit a width, between letters. */
function breakAnywhere(
  word: SpacedWord,
  widthOf: (word: SpacedWord) => number,
  maxWidth: number,
): SpacedWord[] {
  const letters = lettersOf(word.text);
  const parts: string[] = [];
  let [from, start] = [0, 0];
  while (from < letters.length) {
    const fits = (count: number) => {
      const { length } = letters.slice(from, from + count).join('');
      return widthOf(sliceWord(word, start, start + length)) <= maxWidth;
    };
    const count = largestThat(fits, letters.length - from);
    const part = letters.slice(from, from + count).join('');
    parts.push(part);
    from += count;
    start += part.length;
  }
  return splitInto(word, parts);
}

/** The largest count that fits, at least one, if every smaller one fits as well. Doubles, so that few letters are cheap. */
function largestThat(fits: (count: number) => boolean, most: number): number {
  let enough = 1;
  while (enough * 2 <= most && fits(enough * 2)) enough *= 2;
  let tooMany = Math.min(most + 1, enough * 2);
  while (tooMany - enough > 1) {
    const middle = Math.floor((enough + tooMany) / 2);
    if (fits(middle)) enough = middle;
    else tooMany = middle;
  }
  return enough;
}

function splitInto(word: SpacedWord, parts: readonly string[]): SpacedWord[] {
  let at = 0;
  return parts.map((part, index) => {
    const sliced = sliceWord(word, at, (at += part.length));
    return index === 0 ? { ...word, ...sliced } : { ...sliced, space: false };
  });
}

/** A word, its width, and the width of a space after it, in pixels. */
interface MeasuredWord {
  readonly word: SpacedWord;
  readonly width: number;
  readonly space: number;
}

function fillLines(words: readonly MeasuredWord[], maxWidth: number): SpacedWord[][] {
  const lines: SpacedWord[][] = [[]];
  let reached = 0;
  words.forEach(({ word, width }, index) => {
    const line = lines.at(-1)!;
    const before = line.length === 0 ? undefined : words[index - 1];
    const hasGap = before !== undefined && separatorBetween(before.word, word) !== '';
    const gap = hasGap ? before.space : 0;
    if (before !== undefined && reached + gap + width > maxWidth) {
      lines.push([word]);
      reached = width;
    } else {
      line.push(word);
      reached += gap + width;
    }
  });
  return lines;
}
