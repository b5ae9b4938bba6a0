import { cutAt, wordParts } from '../../text/break-word.js';
import type { TimedWord } from '../../timing/types.js';
import type { TextMeasure } from '../caption-page.js';

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });

interface Piece {
  readonly text: string;
  /** Whether a space stood before it. */
  readonly space: boolean;
}

/**
 * Cuts a word that is wider than a line into pieces that fill lines, each with its share of the word's
 * time by number of letters: at its spaces and after its strokes, hyphens and dots, and within what is
 * still too wide between syllables. A single letter is never cut, however wide it is.
 */
export function splitLongWord<Word extends TimedWord>(
  word: Word,
  maxWidth: number,
  measure: TextMeasure,
): Word[] {
  const isTooWide = (text: string) => measure(text) > maxWidth;
  if (!isTooWide(word.text)) return [word];
  const spaced = word.text.split(' ').map((text): Piece => ({ text, space: true }));
  const pieces = filled(
    spaced.flatMap((part) => (isTooWide(part.text) ? piecesOf(part, maxWidth, measure) : [part])),
    isTooWide,
  );
  return shareTime(word, pieces);
}

/** A part that is too wide, cut at its marks and within what is still too wide. */
function piecesOf(part: Piece, maxWidth: number, measure: TextMeasure): Piece[] {
  const isTooWide = (text: string) => measure(text) > maxWidth;
  return wordParts(part.text, isTooWide)
    .map((text, index): Piece => ({ text, space: part.space && index === 0 }))
    .flatMap((piece) => cutLetters(piece, maxWidth, measure));
}

/** Neighbours put together as long as they fit. */
function filled(parts: readonly Piece[], isTooWide: (text: string) => boolean): Piece[] {
  const pieces: Piece[] = [];
  for (const part of parts) {
    const last = pieces.at(-1);
    const together = last ? `${last.text}${part.space ? ' ' : ''}${part.text}` : part.text;
    if (last && !isTooWide(together)) pieces[pieces.length - 1] = { ...last, text: together };
    else pieces.push(part);
  }
  return pieces;
}

/** A part that is too wide by itself, cut; each piece as full as it may be. */
function cutLetters(part: Piece, maxWidth: number, measure: TextMeasure): Piece[] {
  if (measure(part.text) <= maxWidth) return [part];
  let letters = Array.from(GRAPHEMES.segment(part.text), ({ segment }) => segment);
  const pieces: Piece[] = [];
  while (letters.length > 0) {
    const count = cutAt(letters, fitting(letters, maxWidth, measure));
    pieces.push({
      text: letters.slice(0, count).join(''),
      space: part.space && pieces.length === 0,
    });
    letters = letters.slice(count);
  }
  return pieces;
}

/** How many letters fit a width; at least one. */
function fitting(letters: readonly string[], maxWidth: number, measure: TextMeasure): number {
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
