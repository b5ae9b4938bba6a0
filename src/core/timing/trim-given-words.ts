import type { GivenWord } from '../project/types/index.js';
import type { TimedWord } from './types.js';

/**
 * Words that came with their times, as they are: those that begin after the end are left out, and one
 * that is being said then ends with it. No other is moved, also where several speak at once.
 *
 * @param pointer of the words in the config
 */
export function trimGivenWords(
  words: readonly GivenWord[],
  durationMs: number,
  pointer: string,
): { words: TimedWord[]; warnings: string[] } {
  const last = Math.floor(durationMs);
  const late = words.filter(({ startMs }) => startMs >= last);
  return {
    words: words
      .filter(({ startMs }) => startMs < last)
      .map((word) => ({ ...word, endMs: Math.min(word.endMs, last), confidence: null })),
    warnings: late.length > 0 ? [lateWarning(late, pointer)] : [],
  };
}

function lateWarning(late: readonly GivenWord[], pointer: string): string {
  const first = late.reduce((least, word) => (word.startMs < least.startMs ? word : least));
  const at = `"${first.text.slice(0, 40)}" at ${first.startMs / 1000} s`;
  return late.length === 1
    ? `1 word of ${pointer} begins after the end and is not shown: ${at}.`
    : `${late.length} words of ${pointer} begin after the end and are not shown; the first is ${at}.`;
}
