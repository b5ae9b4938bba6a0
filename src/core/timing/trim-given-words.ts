import type { GivenWord } from '../project/types/index.js';
import type { TimedWord } from './types.js';

/**
 * Trims words with given times to the duration: leaves out words that start after the end, and ends the
 * others with it. It moves no word, even where several people speak at once.
 *
 * @param pointer JSON pointer to the words in the config
 */
export function trimGivenWords(
  words: readonly GivenWord[],
  durationMs: number,
  pointer: string,
): { words: TimedWord[]; warnings: string[] } {
  const untilMs = Math.floor(durationMs);
  const late = words.filter(({ startMs }) => startMs >= untilMs);
  return {
    words: words
      .filter(({ startMs }) => startMs < untilMs)
      .map((word) => ({ ...word, endMs: Math.min(word.endMs, untilMs), confidence: null })),
    warnings: late.length > 0 ? [lateWarning(late, pointer)] : [],
  };
}

function lateWarning(late: readonly GivenWord[], pointer: string): string {
  const first = late.reduce((least, word) => (word.startMs < least.startMs ? word : least));
  const at = `"${first.text.slice(0, 40)}" at ${first.startMs / 1000} s`;
  return late.length === 1
    ? `1 word of ${pointer} starts after the end and is not shown: ${at}.`
    : `${late.length} words of ${pointer} start after the end and are not shown. The first is ${at}.`;
}
