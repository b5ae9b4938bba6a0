import { splitAtMarks } from './break-word.js';
import { separatorBetween, type SpacedWord, defaultSeparator } from './join-words.js';
import { markSpaces } from './mark-spaces.js';
import type { FontRequest, ShapeOptions, TextShaper } from './types.js';

const WORDS = new Intl.Segmenter('und', { granularity: 'word' });
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
      const words: string[] = [];
      let before: string | null = null;
      for (const { segment } of WORDS.segment(part)) {
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
  readonly font: FontRequest;
  readonly options: ShapeOptions;
}

/**
 * Wraps a text into lines that fit a width: as few lines as possible, filled as evenly as possible. A URL or a
 * compound that is too wide is split after its slashes, hyphens, and dots. Any other word that is too wide gets a
 * line of its own. Line breaks in the text are kept.
 */
export function wrapText(
  text: string,
  maxWidthPx: number,
  { shaper, font, options }: TextStyle,
): SpacedWord[][] {
  const widthOf = (words: string) => shaper.shape(words, font, options).width;
  const space = widthOf(' ');
  return text.split(/\r\n|[\n\r\u2028]/).flatMap((paragraph) => {
    const words = splitParagraph(paragraph, (word) => widthOf(word) > maxWidthPx);
    const widths = words.map((word) => widthOf(word.text));
    return balanceLines((width) => fillLines(words, widths, space, width), maxWidthPx);
  });
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

/** Splits a paragraph into words that can be on separate lines, with the spacing of the text. */
function splitParagraph(paragraph: string, isTooWide: (word: string) => boolean): SpacedWord[] {
  const words = splitAtBreaks(paragraph).map((text): SpacedWord => ({ text }));
  return markSpaces(words, paragraph).flatMap((word) => {
    if (!isTooWide(word.text)) return [word];
    const [first, ...others] = splitAtMarks(word.text, isTooWide);
    return [{ ...word, text: first! }, ...others.map((text) => ({ text, space: false }))];
  });
}

function fillLines(
  words: readonly SpacedWord[],
  widths: readonly number[],
  space: number,
  maxWidth: number,
): SpacedWord[][] {
  const lines: SpacedWord[][] = [[]];
  let reached = 0;
  words.forEach((word, index) => {
    const line = lines.at(-1)!;
    const before = line.at(-1);
    const gap = before === undefined || separatorBetween(before, word) === '' ? 0 : space;
    if (before !== undefined && reached + gap + widths[index]! > maxWidth) {
      lines.push([word]);
      reached = widths[index]!;
    } else {
      line.push(word);
      reached += gap + widths[index]!;
    }
  });
  return lines;
}
