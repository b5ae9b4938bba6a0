import { type CaptionCue, type CuePiece, LONGEST_CUE_TEXT, type RawCue } from './caption-cue.js';
import { plainText } from '../../text/plain-text.js';
import { timedWords } from './interpolate-word-times.js';

/** Shortest time a cue without a lawful end is given, and the time for each of its letters. */
const SHORTEST_CUE_MS = 500;
const MS_A_LETTER = 60;

/**
 * A cue as plain text, with an end after its start.
 *
 * @param next the one that begins after it, which it does not reach when its own end is made up
 * @returns null when it has no text
 */
export function finishCue(cue: RawCue, next: RawCue | undefined): CaptionCue | null {
  const pieces = bounded(cue.lines);
  const lines = pieces
    .map((line) => plainText(line.map((piece) => piece.text).join('')))
    .filter((line) => line !== '');
  const text = lines.join(' ');
  if (text === '') return null;
  const { startMs } = cue;
  let { endMs } = cue;
  if (endMs <= startMs) {
    const wanted = startMs + Math.max(SHORTEST_CUE_MS, text.length * MS_A_LETTER);
    const free = next && next.startMs > startMs ? next.startMs : wanted;
    endMs = Math.min(wanted, free);
  }
  return {
    startMs,
    endMs,
    text,
    lines,
    words: timedWords(pieces.flat(), text, { startMs, endMs }),
  };
}

/** As much of a cue as one is allowed to hold. */
function bounded(lines: RawCue['lines']): CuePiece[][] {
  let left = LONGEST_CUE_TEXT;
  return lines.map((line) =>
    line.flatMap((piece) => {
      const text = piece.text.slice(0, left);
      left -= text.length;
      return text === '' ? [] : [{ ...piece, text }];
    }),
  );
}
