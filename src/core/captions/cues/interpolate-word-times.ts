import type { GivenWord } from '../../project/types/index.js';
import { plainText } from '../../text/plain-text.js';
import { writtenWords } from '../../timing/written-words.js';
import type { CuePiece } from './caption-cue.js';

/** A start and an end in milliseconds. */
interface TimeRange {
  readonly startMs: number;
  readonly endMs: number;
}

/** Consecutive letters that share one time of the file. */
interface TimedLetters {
  startMs: number;
  /** Null if they last until the next ones. */
  endMs: number | null;
  count: number;
}

/**
 * Derives word times from the times of pieces, which may be syllables or several words. The letters of a
 * piece share its time evenly. Pieces without a time share the time of the piece before them.
 *
 * @param text the plain text of all pieces
 * @returns words within the cue and in order; null if no piece has a time
 */
export function interpolateWordTimes(
  pieces: readonly CuePiece[],
  text: string,
  cue: TimeRange,
): GivenWord[] | null {
  if (!pieces.some(({ startMs }) => startMs !== null)) return null;
  const letters = letterTimes(groupByTime(pieces, cue), cue.endMs);
  let at = 0;
  return writtenWords(text).map((word) => {
    const startMs = letters[Math.min(at, letters.length - 1)]?.startMs ?? cue.startMs;
    at += word.length;
    const endMs = letters[Math.min(at, letters.length) - 1]?.endMs ?? cue.endMs;
    return {
      text: word,
      startMs: Math.round(startMs),
      endMs: Math.round(Math.max(startMs, endMs)),
    };
  });
}

function groupByTime(pieces: readonly CuePiece[], cue: TimeRange): TimedLetters[] {
  const within = (ms: number, earliest: number) => Math.min(Math.max(ms, earliest), cue.endMs);
  const groups: TimedLetters[] = [];
  let lastStartMs: number | null = null;
  for (const { text, startMs, endMs } of pieces) {
    const count = plainText(text).replaceAll(' ', '').length;
    const last = groups.at(-1);
    const isSameTime = startMs === lastStartMs && endMs === undefined && last?.endMs === null;
    if (last && (startMs === null || isSameTime)) {
      last.count += count;
      continue;
    }
    lastStartMs = startMs;
    const start = within(startMs ?? cue.startMs, last?.startMs ?? cue.startMs);
    const end = endMs === undefined ? null : within(endMs, start);
    groups.push({ startMs: start, endMs: end, count });
  }
  return groups;
}

/** The time of each letter. */
function letterTimes(groups: readonly TimedLetters[], cueEndMs: number): TimeRange[] {
  const times: TimeRange[] = [];
  for (const [index, { startMs, endMs, count }] of groups.entries()) {
    const next = groups[index + 1]?.startMs ?? cueEndMs;
    const until = Math.min(endMs ?? next, next);
    const at = (letter: number) => startMs + ((until - startMs) * letter) / count;
    for (let letter = 0; letter < count; letter++) {
      times.push({ startMs: at(letter), endMs: at(letter + 1) });
    }
  }
  return times;
}
