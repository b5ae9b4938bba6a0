import type { GivenWord } from '../project/types/index.js';

/** How long the last piece of a word may last when nothing follows soon. */
const LONGEST_TAIL_MS = 400;

/** Not part of what is written: spaces, and the mark by which word pieces say that a word begins. */
const BETWEEN = /[\s\u2581]+/gu;

/**
 * Times of written words from those of the pieces an engine heard them in. Pieces may be smaller or
 * larger than words; together they have to be the same text.
 *
 * @param tokens pieces in order, each with the time it begins, in ms
 * @returns one for each written word, or nothing when the pieces are not the words
 */
export function wordTimesFromTokens(
  written: readonly string[],
  tokens: readonly { readonly text: string; readonly startMs: number }[],
  durationMs: number,
): GivenWord[] {
  const starts: number[] = [];
  let spelled = '';
  for (const { text, startMs } of tokens) {
    const letters = text.replace(BETWEEN, '');
    spelled += letters;
    for (let index = 0; index < letters.length; index++) starts.push(startMs);
  }
  if (spelled !== written.join('').replace(BETWEEN, '')) return [];
  let at = 0;
  return written.map((text) => {
    const startMs = starts[at] ?? 0;
    at += text.replace(BETWEEN, '').length;
    const lastMs = starts[at - 1] ?? startMs;
    const endMs = Math.min(starts[at] ?? durationMs, lastMs + LONGEST_TAIL_MS, durationMs);
    return { text, startMs: Math.round(startMs), endMs: Math.round(Math.max(startMs, endMs)) };
  });
}
