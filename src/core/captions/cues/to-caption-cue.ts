import { plainText } from '../../text/plain-text.js';
import { type CaptionCue, type CuePiece, MAX_CUE_LENGTH, type ParsedCue } from './caption-cue.js';
import { interpolateWordTimes } from './interpolate-word-times.js';

/** The shortest duration of a cue without a valid end, and the duration per character. */
const MIN_CUE_MS = 500;
const MS_PER_CHARACTER = 60;

/**
 * Converts a cue to plain text and makes sure that it ends after its start.
 *
 * @param next the next cue, which limits an end that is made up
 * @returns null if the cue has no text
 */
export function toCaptionCue(cue: ParsedCue, next: ParsedCue | undefined): CaptionCue | null {
  const pieces = truncateLines(cue.lines);
  const lines = pieces
    .map((line) => plainText(line.map((piece) => piece.text).join('')))
    .filter((line) => line !== '');
  const text = lines.join(' ');
  if (text === '') return null;
  const { startMs } = cue;
  let { endMs } = cue;
  if (endMs <= startMs) {
    const readableUntil = startMs + Math.max(MIN_CUE_MS, text.length * MS_PER_CHARACTER);
    const latest = next && next.startMs > startMs ? next.startMs : readableUntil;
    endMs = Math.min(readableUntil, latest);
  }
  return {
    startMs,
    endMs,
    text,
    lines,
    words: interpolateWordTimes(pieces.flat(), text, { startMs, endMs }),
  };
}

function truncateLines(lines: ParsedCue['lines']): CuePiece[][] {
  let remaining = MAX_CUE_LENGTH;
  return lines.map((line) =>
    line.flatMap((piece) => {
      const text = piece.text.slice(0, remaining);
      remaining -= text.length;
      return text === '' ? [] : [{ ...piece, text }];
    }),
  );
}
