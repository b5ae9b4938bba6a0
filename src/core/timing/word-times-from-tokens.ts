import type { GivenWord } from '../project/types/index.js';

/** The longest time for the last token of a word when nothing follows soon. */
const LONGEST_TAIL_MS = 400;

/** Spaces, and the mark that tokenizers put where a word starts. */
const SEPARATORS = /[\s\u2581]+/gu;

/**
 * Derives the times of written words from the tokens that an engine recognized. Tokens may be smaller or
 * larger than words, but their joined text must be the same.
 *
 * @param tokens tokens in order, each with its start in ms
 * @returns one entry for each written word, or an empty list when the texts differ
 */
export function wordTimesFromTokens(
  written: readonly string[],
  tokens: readonly { readonly text: string; readonly startMs: number }[],
  durationMs: number,
): GivenWord[] {
  const starts: number[] = [];
  let spelled = '';
  for (const { text, startMs } of tokens) {
    const letters = text.replace(SEPARATORS, '');
    spelled += letters;
    for (let index = 0; index < letters.length; index++) starts.push(startMs);
  }
  if (spelled !== written.join('').replace(SEPARATORS, '')) return [];
  let at = 0;
  return written.map((text) => {
    const startMs = starts[at] ?? 0;
    at += text.replace(SEPARATORS, '').length;
    const lastMs = starts[at - 1] ?? startMs;
    const endMs = Math.min(starts[at] ?? durationMs, lastMs + LONGEST_TAIL_MS, durationMs);
    return { text, startMs: Math.round(startMs), endMs: Math.round(Math.max(startMs, endMs)) };
  });
}
