import type { GivenWord } from '../../project/types/index.js';
import { writtenWords } from '../../timing/written-words.js';
import type { CuePiece } from './caption-cue.js';
import { plainText } from '../../text/plain-text.js';

/** A stretch of text that the file gives one time. */
interface Stretch {
  startMs: number;
  /** Null: until the next one. */
  endMs: number | null;
  letters: number;
}

/**
 * Words from the times of pieces, which may be syllables or several words: within a piece its letters
 * share its time evenly. Pieces without a time share that of the piece before.
 *
 * @param text the plain text of all pieces
 * @returns words inside the cue and in order; null when no piece has a time
 */
export function timedWords(
  pieces: readonly CuePiece[],
  text: string,
  cue: { readonly startMs: number; readonly endMs: number },
): GivenWord[] | null {
  if (!pieces.some(({ startMs }) => startMs !== null)) return null;
  const letters = letterTimes(stretchesOf(pieces, cue), cue.endMs);
  let at = 0;
  return writtenWords(text).map((word) => {
    const from = letters[Math.min(at, letters.length - 1)]?.from ?? cue.startMs;
    at += word.length;
    const to = letters[Math.min(at, letters.length) - 1]?.to ?? cue.endMs;
    return { text: word, startMs: Math.round(from), endMs: Math.round(Math.max(from, to)) };
  });
}

function stretchesOf(
  pieces: readonly CuePiece[],
  cue: { readonly startMs: number; readonly endMs: number },
): Stretch[] {
  const within = (ms: number, least: number) => Math.min(Math.max(ms, least), cue.endMs);
  const stretches: Stretch[] = [];
  let given: number | null = null;
  for (const { text, startMs, endMs } of pieces) {
    const letters = plainText(text).replaceAll(' ', '').length;
    const last = stretches.at(-1);
    const same = startMs === given && endMs === undefined && last?.endMs === null;
    if (last && (startMs === null || same)) {
      last.letters += letters;
      continue;
    }
    given = startMs;
    const begin = within(startMs ?? cue.startMs, last?.startMs ?? cue.startMs);
    stretches.push({
      startMs: begin,
      endMs: endMs === undefined ? null : within(endMs, begin),
      letters,
    });
  }
  return stretches;
}

/** When each letter is said. */
function letterTimes(
  stretches: readonly Stretch[],
  cueEndMs: number,
): { from: number; to: number }[] {
  const times: { from: number; to: number }[] = [];
  for (const [index, { startMs, endMs, letters }] of stretches.entries()) {
    const next = stretches[index + 1]?.startMs ?? cueEndMs;
    const until = Math.min(endMs ?? next, next);
    const at = (letter: number) => startMs + ((until - startMs) * letter) / letters;
    for (let letter = 0; letter < letters; letter++) {
      times.push({ from: at(letter), to: at(letter + 1) });
    }
  }
  return times;
}
