import { wordParts } from './break-word.js';
import { gapBetween, type LineText, separator } from './join-words.js';
import { markSpaces } from './mark-spaces.js';
import type { FontRequest, ShapeOptions, TextShaper } from './types.js';

const WORDS = new Intl.Segmenter('und', { granularity: 'word' });
const SPACE = /\s+/u;
/** Never at the beginning of a line, and never at its end (Unicode line breaking, CL, EX and OP). */
const STICKS_TO_PREVIOUS = /^[\p{Pe}\p{Pf}\p{Po}\u3005\u30FC\u3041\u3043\u3045\u3047\u3049\u3063]/u;
const STICKS_TO_NEXT = /[\p{Ps}\p{Pi}]$/u;

/**
 * The places where a text may be broken, as the words between them: at spaces, and in scripts without
 * spaces (Chinese, Japanese, Thai and others) between words as the dictionary has them.
 */
export function breakableWords(text: string): string[] {
  return text
    .split(SPACE)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const words: string[] = [];
      for (const { segment } of WORDS.segment(part)) {
        const last = words.at(-1);
        const free =
          last !== undefined &&
          separator(last, segment) === '' &&
          !STICKS_TO_PREVIOUS.test(segment) &&
          !STICKS_TO_NEXT.test(last);
        if (last === undefined || free) words.push(segment);
        else words[words.length - 1] = last + segment;
      }
      return words;
    });
}

/**
 * A text as lines that fit a width: as few as it takes, and then as evenly filled as they can be.
 * An address or a compound wider than that is broken after its strokes, hyphens and dots; any other word
 * that is has a line of its own. Line breaks in the text stay.
 */
export function wrapText(
  text: string,
  maxWidthPx: number,
  shaper: TextShaper,
  font: FontRequest,
  options: ShapeOptions,
): LineText[][] {
  const widthOf = (words: string) => shaper.shape(words, font, options).width;
  const space = widthOf(' ');
  return text.split(/\r\n|[\n\r\u2028]/).flatMap((paragraph) => {
    const words = partsOf(paragraph, (word) => widthOf(word) > maxWidthPx);
    const widths = words.map((word) => widthOf(word.text));
    const fill = (width: number) => fillLines(words, widths, space, width);
    const { length } = fill(maxWidthPx);
    let [tooNarrow, enough] = [0, maxWidthPx];
    while (enough - tooNarrow > 1) {
      const middle = (tooNarrow + enough) / 2;
      if (fill(middle).length <= length) enough = middle;
      else tooNarrow = middle;
    }
    return fill(enough);
  });
}

/** What may stand on lines of its own, with the spaces that the text has between. */
function partsOf(paragraph: string, isTooWide: (word: string) => boolean): LineText[] {
  const words = breakableWords(paragraph).map((text): LineText => ({ text }));
  return markSpaces(words, paragraph).flatMap((word) => {
    if (!isTooWide(word.text)) return [word];
    const [first, ...others] = wordParts(word.text, isTooWide);
    return [{ ...word, text: first! }, ...others.map((text) => ({ text, space: false }))];
  });
}

function fillLines(
  words: readonly LineText[],
  widths: readonly number[],
  space: number,
  maxWidth: number,
): LineText[][] {
  const lines: LineText[][] = [[]];
  let reached = 0;
  words.forEach((word, index) => {
    const line = lines.at(-1)!;
    const before = line.at(-1);
    const gap = before === undefined || gapBetween(before, word) === '' ? 0 : space;
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
