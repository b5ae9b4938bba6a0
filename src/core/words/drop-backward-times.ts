import type { RawWord } from './types.js';

/**
 * The words of one sentence, whose times only go forward. Aligners now and then tell a time that lies before
 * the words before it; such times are left out, as few of them as possible.
 *
 * @param words in the order in which they are said
 * @returns as many words; those whose times do not fit the others have none
 */
export function dropBackwardTimes(words: readonly RawWord[]): readonly RawWord[] {
  const timed = words.flatMap(({ startMs }, index) =>
    startMs === null ? [] : [{ startMs, index }],
  );
  if (timed.every(({ startMs }, at) => at === 0 || timed[at - 1]!.startMs <= startMs)) return words;
  const kept = longestRise(timed.map(({ startMs }) => startMs));
  const fits = new Set(kept.map((at) => timed[at]!.index));
  return words.map((word, index) =>
    word.startMs === null || fits.has(index) ? word : { ...word, startMs: null, endMs: null },
  );
}

/** Places of the longest part of a list that never falls (patience sorting, n log n). */
function longestRise(values: readonly number[]): number[] {
  const before: number[] = [];
  /** The place of the least value in which a part of each length ends. */
  const lasts: number[] = [];
  for (const [at, value] of values.entries()) {
    let [low, high] = [0, lasts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[lasts[middle]!]! <= value) low = middle + 1;
      else high = middle;
    }
    before.push(lasts[low - 1] ?? -1);
    lasts[low] = at;
  }
  const rise: number[] = [];
  for (let at = lasts.at(-1) ?? -1; at >= 0; at = before[at]!) rise.push(at);
  return rise.reverse();
}
