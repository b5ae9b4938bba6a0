import { cutAt, wordParts } from '../text/break-word.js';
import type { TimedWord } from '../timing/types.js';
import type { TextMeasure } from './types.js';

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
  if (measure(word.text) <= maxWidth) return [word];
  const parts = word.text
    .split(' ')
    .flatMap((text) =>
      wordParts(text).map((part, index): Piece => ({ text: part, space: index === 0 })),
    )
    .flatMap((part) => cutLetters(part, maxWidth, measure));
  const pieces: Piece[] = [];
  for (const part of parts) {
    const last = pieces.at(-1);
    const together = last && `${last.text}${part.space ? ' ' : ''}${part.text}`;
    if (last && measure(together!) <= maxWidth)
      pieces[pieces.length - 1] = { ...last, text: together! };
    else pieces.push(part);
  }
  return shareTime(word, pieces);
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
