import type { GivenWord } from '../project/types/index.js';
import type { TimedWord } from './types.js';

export interface TrimOptions {
  readonly durationMs: number;
  /** JSON pointer of the words in the config. */
  readonly pointer: string;
  /** What the duration belongs to, for warnings. */
  readonly within: 'video' | 'scene' | 'clip' | 'recording';
}

/**
 * Trims words with given times to a duration: leaves out words that start after the end, and cuts the others at
 * the end. Moves no word, even if several people speak at the same time.
 */
export function trimGivenWords(
  words: readonly GivenWord[],
  { durationMs, pointer, within }: TrimOptions,
): { words: TimedWord[]; warnings: string[] } {
  const untilMs = Math.floor(durationMs);
  const late = words.filter(({ startMs }) => startMs >= untilMs);
  return {
    words: words
      .filter(({ startMs }) => startMs < untilMs)
      .map((word) => ({ ...word, endMs: Math.min(word.endMs, untilMs), confidence: null })),
    warnings: late.length > 0 ? [lateWarning(late, pointer, within)] : [],
  };
}

function lateWarning(late: readonly GivenWord[], pointer: string, within: string): string {
  const first = late.reduce((least, word) => (word.startMs < least.startMs ? word : least));
  const at = `"${first.text.slice(0, 40)}" at ${first.startMs / 1000} s`;
  return late.length === 1
    ? `1 word in ${pointer} starts after the end of the ${within} and is not shown: ${at}.`
    : `${late.length} words in ${pointer} start after the end of the ${within} and are not shown. The first is ${at}.`;
}
