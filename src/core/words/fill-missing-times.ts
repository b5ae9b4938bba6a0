import type { RawWord } from './types.js';

/** The longest duration of a word without an end, however late the next word starts. */
const LONGEST_WORD_MS = 2000;
/** The duration of a last word without an end. */
const LAST_WORD_MS = 400;
/** A word needs at least this long to be seen; otherwise it shares the time of the word before. */
const SHORTEST_WORD_MS = 40;

/** A word with both times, in whole milliseconds; its end is after its start. */
export interface CompleteWord extends RawWord {
  readonly startMs: number;
  readonly endMs: number;
}

interface OpenWord {
  readonly word: RawWord;
  startMs: number;
  endMs: number;
}

/**
 * Fills in the missing times of words. A word without an end, or without a duration, lasts until the next
 * word. Words without a start share the time between their neighbors.
 *
 * @param words words in order; at least one has a start
 * @returns all words, and the number of words without a start
 */
export function fillMissingTimes(words: readonly RawWord[]): {
  words: CompleteWord[];
  missing: number;
} {
  const open = words.map((word): OpenWord => ({
    word,
    startMs: word.startMs ?? NaN,
    endMs: word.endMs ?? NaN,
  }));
  const missing = open.filter(({ startMs }) => Number.isNaN(startMs)).length;
  for (let from = 0; from < open.length;) {
    const to = endOfRun(open, from, ({ startMs }) => Number.isNaN(startMs));
    if (to > from) placeBetween(open, from, to);
    from = Math.max(to, from + 1);
  }
  for (let from = 0; from < open.length;) {
    const { startMs } = open[from]!;
    const to = endOfRun(open, from, (one) => one.startMs === startMs && !(one.endMs > startMs));
    if (to > from) endRun(open, from, to);
    from = Math.max(to, from + 1);
  }
  return { words: open.map(rounded), missing };
}

/** Returns the end of the run of words from `from` that satisfy a condition. */
function endOfRun(words: OpenWord[], from: number, holds: (word: OpenWord) => boolean): number {
  let to = from;
  while (to < words.length && holds(words[to]!)) to++;
  return to;
}

/** Places words without a start between the word before them and the word after. */
function placeBetween(words: OpenWord[], from: number, to: number): void {
  const before = words[from - 1];
  const after = words[to]?.startMs;
  const needed = SHORTEST_WORD_MS * (to - from);
  if (before === undefined) {
    share(words.slice(from, to), Math.max(0, after! - LAST_WORD_MS * (to - from)), after!);
    return;
  }
  const ends = before.endMs > before.startMs ? before.endMs : before.startMs;
  const until = after !== undefined && after > before.startMs ? after : ends + LAST_WORD_MS;
  if (until - ends >= needed && ends > before.startMs) share(words.slice(from, to), ends, until);
  else share(words.slice(from - 1, to), before.startMs, until);
}

/** Ends words that start at the same time without an end; includes the next word if it starts then too. */
function endRun(words: OpenWord[], from: number, to: number): void {
  const { startMs } = words[from]!;
  const next = words[to];
  if (next?.startMs === startMs) {
    share(words.slice(from, to + 1), startMs, next.endMs);
    return;
  }
  const count = to - from;
  const untilMs =
    next && next.startMs > startMs
      ? Math.min(next.startMs, startMs + LONGEST_WORD_MS * count)
      : startMs + LAST_WORD_MS * count;
  share(words.slice(from, to), startMs, untilMs);
}

/** Divides an interval among words by their number of letters. */
function share(words: readonly OpenWord[], fromMs: number, toMs: number): void {
  const letters = (word: OpenWord) => Math.max(1, word.word.text.trim().length);
  const total = words.reduce((sum, word) => sum + letters(word), 0);
  let reached = 0;
  for (const word of words) {
    word.startMs = fromMs + ((toMs - fromMs) * reached) / total;
    reached += letters(word);
    word.endMs = fromMs + ((toMs - fromMs) * reached) / total;
  }
}

function rounded({ word, startMs, endMs }: OpenWord): CompleteWord {
  const start = Math.round(startMs);
  return { ...word, startMs: start, endMs: Math.max(start + 1, Math.round(endMs)) };
}
