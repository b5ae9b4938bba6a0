import type { ParsedCue } from './caption-cue.js';
import { cueText, hasPieceTimes } from './cue-text.js';

/** Two cues are consecutive if the gap between them is at most this long. */
const NEAR_MS = 100;
/** Consecutive cues that must roll before any of them counts as rolling, because people repeat themselves. */
const MIN_ROLLING_CUES = 3;
/** Words that a cue must share with the previous one, unless it contains all of that cue's words. */
const MIN_SHARED_WORDS = 2;
const MAX_SHARED_WORDS = 100;

interface CueWords {
  readonly cue: ParsedCue;
  readonly words: readonly string[];
}

/**
 * Removes the words that captions repeat when they roll on one line. In live captions, each cue starts with
 * all or the last words of the previous cue. The new words of a cue are spoken from its start on.
 *
 * @param cues sorted by start
 * @returns the cues, and how many cues were rolling
 */
export function mergeRollingCues(cues: readonly ParsedCue[]): {
  cues: ParsedCue[];
  rolling: number;
} {
  const all = cues.map((cue): CueWords => ({ cue, words: cueText(cue).split(' ') }));
  const shared = all.map((cue, index) =>
    index === 0 ? 0 : countSharedWords(all[index - 1]!, cue),
  );
  const result: ParsedCue[] = [];
  let rolling = 0;
  for (let from = 0; from < all.length;) {
    let to = from + 1;
    while (to < all.length && shared[to]! > 0) to++;
    if (to - from < MIN_ROLLING_CUES) result.push(...cues.slice(from, to));
    else {
      result.push(...removeShared(all.slice(from, to), shared.slice(from, to)));
      rolling += to - from;
    }
    from = to;
  }
  return { cues: result, rolling };
}

/** How many words at the end of one cue start the next cue, if new words follow them. */
function countSharedWords(previous: CueWords, { cue, words }: CueWords): number {
  if (cue.startMs - previous.cue.endMs > NEAR_MS) return 0;
  if (hasPieceTimes(cue) || hasPieceTimes(previous.cue)) return 0;
  const most = Math.min(previous.words.length, words.length - 1, MAX_SHARED_WORDS);
  for (let count = most; count > 0; count--) {
    const isWhole = count === previous.words.length;
    if (!isWhole && count < MIN_SHARED_WORDS) return 0;
    const from = previous.words.length - count;
    if (words.slice(0, count).every((word, index) => word === previous.words[from + index])) {
      return count;
    }
  }
  return 0;
}

/** Reduces rolling cues to their new words. A text that only grows becomes one cue with timed pieces. */
function removeShared(all: readonly CueWords[], shared: readonly number[]): ParsedCue[] {
  const result: ParsedCue[] = [];
  for (const [index, { cue, words }] of all.entries()) {
    const grows = index > 0 && shared[index] === all[index - 1]!.words.length;
    const text = `${words.slice(shared[index]).join(' ')} `;
    const piece = { text, startMs: cue.startMs };
    const last = result.at(-1);
    if (!grows || !last) result.push({ ...cue, lines: [[piece]] });
    else {
      const lines = [[...last.lines[0]!, piece]];
      result[result.length - 1] = { ...last, endMs: Math.max(last.endMs, cue.endMs), lines };
    }
  }
  return result;
}
