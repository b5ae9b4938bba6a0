import type { RawWord } from './types.js';

/** The longest that a word without an end may last, however late the next one comes. */
const LONGEST_WORD_MS = 2000;
/** A word without an end that none follows. */
const LAST_WORD_MS = 400;
/** Less than this for a word is too little to be seen: the word before gives some of its time. */
const SHORTEST_WORD_MS = 40;

/** A word with its times, in whole milliseconds; its end is after its start. */
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
 * Gives every word the times it lacks: one without an end, or that ends when it begins, has the time
 * to the next word; those without a start share the time between their neighbours.
 *
 * @param words in their order; at least one has a start
 * @returns as many words, and how many had no start
 */
export function fillMissingTimes(words: readonly RawWord[]): { words: CompleteWord[]; guessed: number } {
  const open = words.map((word): OpenWord => ({
    word,
    startMs: word.startMs ?? NaN,
    endMs: word.endMs ?? NaN,
  }));
  const guessed = open.filter(({ startMs }) => Number.isNaN(startMs)).length;
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
  return { words: open.map(rounded), guessed };
}

/** Where the words that something holds of end; where they begin when it does not hold there. */
function endOfRun(words: OpenWord[], from: number, holds: (word: OpenWord) => boolean): number {
  let to = from;
  while (to < words.length && holds(words[to]!)) to++;
  return to;
}

/** Words without a start, between the one before them and the one after. */
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

/** Words that begin at one time, of which none has an end: with the next one if it begins then too. */
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

/** Divides a time among words, by their letters. */
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
