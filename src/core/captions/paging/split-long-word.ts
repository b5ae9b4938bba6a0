import { findCut, splitAtMarks } from '../../text/break-word.js';
import { lettersOf } from '../../text/graphemes.js';
import type { TimedWord } from '../../timing/types.js';
import type { MeasureText } from '../caption-page.js';

/** More letters than {@link findCut} looks at after a cut. */
const LETTERS_AFTER_CUT = 8;

interface Piece {
  readonly text: string;
  /** Whether a space comes before the piece. */
  readonly space: boolean;
}

/**
 * Splits a word that is wider than a line into pieces that fill lines: at spaces, after slashes, hyphens, and
 * dots, and between syllables if a part is still too wide. Each piece gets a share of the time in proportion to
 * its length. A single letter is never split, however wide it is.
 */
export function splitLongWord<Word extends TimedWord>(
  word: Word,
  maxWidth: number,
  measure: MeasureText,
): Word[] {
  const isTooWide = (text: string) => measure(text) > maxWidth;
  if (!isTooWide(word.text)) return [word];
  const spaced = word.text.split(' ').map((text): Piece => ({ text, space: true }));
  const pieces = joinFitting(
    spaced.flatMap((part) => (isTooWide(part.text) ? splitPart(part, maxWidth, measure) : [part])),
    isTooWide,
  );
  return shareTime(word, pieces);
}

/** Splits a part that is too wide at its marks, and then between letters. */
function splitPart(part: Piece, maxWidth: number, measure: MeasureText): Piece[] {
  const isTooWide = (text: string) => measure(text) > maxWidth;
  return splitAtMarks(part.text, isTooWide)
    .map((text, index): Piece => ({ text, space: part.space && index === 0 }))
    .flatMap((piece) => splitLetters(piece, maxWidth, measure));
}

/** Joins neighboring parts as long as they fit. */
function joinFitting(parts: readonly Piece[], isTooWide: (text: string) => boolean): Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; from < parts.length;) {
    const join = (count: number) =>
      parts
        .slice(from, from + count)
        .map(({ text, space }, index) => (index > 0 && space ? ` ${text}` : text))
        .join('');
    const most = parts.length - from;
    const count = largestCount(most, (tried) => !isTooWide(join(tried)));
    pieces.push({ ...parts[from]!, text: join(count) });
    from += count;
  }
  return pieces;
}

/**
 * The largest count from 1 to `most` that fits. It doubles the count while it fits and then halves the
 * interval, so that the text is measured a logarithmic number of times, and never much more than fits.
 */
function largestCount(most: number, fits: (count: number) => boolean): number {
  let good = 1;
  let bad = most + 1;
  for (let tried = 2; tried < bad; tried = Math.min(2 * tried, most)) {
    if (!fits(tried)) bad = tried;
    else if (tried === most) return most;
    else good = tried;
  }
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Splits a part between letters, with each piece as full as possible. */
function splitLetters(part: Piece, maxWidth: number, measure: MeasureText): Piece[] {
  if (measure(part.text) <= maxWidth) return [part];
  const letters = lettersOf(part.text);
  const widths = letters.map((letter) => measure(letter));
  const pieces: Piece[] = [];
  for (let from = 0; from < letters.length;) {
    const fitting = countFitting(widths, from, maxWidth);
    const count = findCut(letters.slice(from, from + fitting + LETTERS_AFTER_CUT), fitting);
    pieces.push({
      text: letters.slice(from, from + count).join(''),
      space: part.space && pieces.length === 0,
    });
    from += count;
  }
  return pieces;
}

/** How many letters from a position fit a width; at least one. */
function countFitting(widths: readonly number[], from: number, maxWidth: number): number {
  let width = 0;
  for (let at = from; at < widths.length; at++) {
    width += widths[at]!;
    if (width > maxWidth) return Math.max(1, at - from);
  }
  return widths.length - from;
}

function shareTime<Word extends TimedWord>(word: Word, pieces: readonly Piece[]): Word[] {
  const total = pieces.reduce((sum, { text }) => sum + text.length, 0);
  const at = (letters: number) =>
    word.startMs + Math.round(((word.endMs - word.startMs) * letters) / total);
  let reached = 0;
  return pieces.map(({ text, space }, index) => {
    const startMs = at(reached);
    reached += text.length;
    return { ...word, text, startMs, endMs: at(reached), ...(index > 0 ? { space } : {}) };
  });
}
