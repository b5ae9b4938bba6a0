import type { TimedWord } from '../timing/types.js';
import type { TextMeasure } from './types.js';

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Cuts a word that is wider than a line into pieces that fill lines, each with its share of the
 * word's time by number of letters. A single letter is never cut, however wide it is.
 */
export function splitLongWord<Word extends TimedWord>(
  word: Word,
  maxWidth: number,
  measure: TextMeasure,
): Word[] {
  if (measure(word.text) <= maxWidth) return [word];
  const letters = Array.from(GRAPHEMES.segment(word.text), (part) => part.segment);
  const pieces: { text: string; from: number; to: number }[] = [];
  let width = 0;
  letters.forEach((letter, index) => {
    const letterWidth = measure(letter);
    const piece = pieces.at(-1);
    if (piece === undefined || width + letterWidth > maxWidth) {
      pieces.push({ text: letter, from: index, to: index + 1 });
      width = letterWidth;
    } else {
      piece.text += letter;
      piece.to = index + 1;
      width += letterWidth;
    }
  });
  const at = (letter: number) =>
    word.startMs + Math.round(((word.endMs - word.startMs) * letter) / letters.length);
  return pieces.map(({ text, from, to }) => ({
    ...word,
    text,
    startMs: at(from),
    endMs: at(to),
  }));
}
