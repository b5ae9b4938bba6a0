import type { RawWord } from './types.js';

/**
 * Removes times that go backward within a sentence, which some aligners write, and as few times as possible.
 *
 * @param words words in the order in which they are said
 * @returns all words; those whose times contradict the others have no times
 */
export function dropBackwardTimes(words: readonly RawWord[]): readonly RawWord[] {
  const timed = words.flatMap(({ startMs }, index) =>
    startMs === null ? [] : [{ startMs, index }],
  );
  if (timed.every(({ startMs }, at) => at === 0 || timed[at - 1]!.startMs <= startMs)) return words;
  const kept = longestNonDecreasing(timed.map(({ startMs }) => startMs));
  const isKept = new Set(kept.map((at) => timed[at]!.index));
  return words.map((word, index) =>
    word.startMs === null || isKept.has(index) ? word : { ...word, startMs: null, endMs: null },
  );
}

/** Returns the indices of the longest non-decreasing subsequence (patience sorting, n log n). */
function longestNonDecreasing(values: readonly number[]): number[] {
  const previous: number[] = [];
  // For each length, the index of the least last value of a subsequence.
  const lasts: number[] = [];
  for (const [at, value] of values.entries()) {
    let [low, high] = [0, lasts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[lasts[middle]!]! <= value) low = middle + 1;
      else high = middle;
    }
    previous.push(lasts[low - 1] ?? -1);
    lasts[low] = at;
  }
  const indices: number[] = [];
  for (let at = lasts.at(-1) ?? -1; at >= 0; at = previous[at]!) indices.push(at);
  return indices.reverse();
}
