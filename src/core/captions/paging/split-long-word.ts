import { findCut, splitAtMarks } from '../../text/break-word.js';
import type { TimedWord } from '../../timing/types.js';
import type { MeasureText } from '../caption-page.js';

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });

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
  for (const part of parts) {
    const last = pieces.at(-1);
    const together = last ? `${last.text}${part.space ? ' ' : ''}${part.text}` : part.text;
    if (last && !isTooWide(together)) pieces[pieces.length - 1] = { ...last, text: together };
    else pieces.push(part);
  }
  return pieces;
}

/** Splits a part between letters, with each piece as full as possible. */
function splitLetters(part: Piece, maxWidth: number, measure: MeasureText): Piece[] {
  if (measure(part.text) <= maxWidth) return [part];
  let letters = Array.from(GRAPHEMES.segment(part.text), ({ segment }) => segment);
  const pieces: Piece[] = [];
  while (letters.length > 0) {
    const count = findCut(letters, countFitting(letters, maxWidth, measure));
    pieces.push({
      text: letters.slice(0, count).join(''),
      space: part.space && pieces.length === 0,
    });
    letters = letters.slice(count);
  }
  return pieces;
}

/** How many letters fit a width; at least one. */
function countFitting(letters: readonly string[], maxWidth: number, measure: MeasureText): number {
  let width = 0;
  const over = letters.findIndex((letter) => (width += measure(letter)) > maxWidth);
  return over < 0 ? letters.length : Math.max(1, over);
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
