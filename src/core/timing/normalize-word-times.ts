import type { TimedWord } from './types.js';
import type { TimeInterval } from './types.js';

const SHORTEST_PAUSE_MS = 120;
/** A shorter part of a word before or after a pause is a mistake of the aligner. */
const SHORT_SIDE_MS = 120;
/** The level rises a little after the mouth opens, so a detected pause ends about this much too late. */
const EDGE_MS = 10;

/** Moves word edges out of pauses: an aligner may stretch a word over silence by a second or more. */
export function snapToPauses(
  words: readonly TimedWord[],
  pauses: readonly TimeInterval[],
): TimedWord[] {
  return words.map((word) => {
    let { startMs, endMs } = word;
    for (const pause of pauses) {
      const from = pause.startMs === 0 ? 0 : pause.startMs + EDGE_MS;
      const to = pause.endMs - EDGE_MS;
      if (to - from < SHORTEST_PAUSE_MS || from >= endMs || to <= startMs) continue;
      const before = Math.max(0, from - startMs);
      const after = Math.max(0, endMs - to);
      if (before < SHORT_SIDE_MS && after > before) startMs = to;
      else if (after < SHORT_SIDE_MS && before > after) endMs = from;
    }
    return { ...word, startMs, endMs };
  });
}

/** Makes times whole milliseconds that are in order and inside the audio, with no empty word. */
export function normalizeWordTimes(words: readonly TimedWord[], durationMs: number): TimedWord[] {
  const last = Math.max(words.length, Math.floor(durationMs));
  let earliest = 0;
  return words.map((word, index) => {
    // Each later word needs at least one millisecond.
    const room = last - (words.length - 1 - index);
    const startMs = Math.min(Math.max(earliest, Math.round(word.startMs)), room - 1);
    const next = words[index + 1];
    const until = next ? Math.max(startMs + 1, Math.min(room, Math.round(next.startMs))) : room;
    const endMs = Math.min(Math.max(startMs + 1, Math.round(word.endMs)), until);
    earliest = startMs + 1;
    return { ...word, startMs, endMs };
  });
}
