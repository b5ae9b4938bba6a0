import { approximateWords } from './approximate-words.js';
import { estimateSyllables } from './syllables.js';
import type { TimedWord } from './types.js';
import type { TimeInterval } from './voice-activity.js';

/** When a word of the script is heard, and how well it fits. */
export interface WordMatch extends TimeInterval {
  /** 0 to 1. */
  readonly confidence: number;
}

export interface PlacedWords {
  /** The words to show, in order. */
  readonly words: readonly TimedWord[];
  /** Words left out, as they are not said: `[first, last]` in the script. */
  readonly leftOut: readonly (readonly [first: number, last: number])[];
}

/** A syllable takes at least this long; less time than that, and the words are not said in it. */
const SHORTEST_SYLLABLE_MS = 60;
/** So many words that are not said are still shown, briefly: signs, an emoji, a slip of the tongue. */
const SHOWN_UNSAID = 3;
/** How long such a word is shown where there is room. */
const UNSAID_MS = 120;
/** The share of the word before that it takes where there is none. */
const TAKEN_SHARE = 0.4;

/**
 * Gives times to the words of a script that were not heard, from their neighbours: a run of them shares
 * what is said between; a few that are not said take a little of the time around them; more are left out.
 *
 * @param heard for each written word; null: not heard
 */
export function placeWords(
  written: readonly string[],
  heard: readonly (WordMatch | null)[],
  pauses: readonly TimeInterval[],
  durationMs: number,
): PlacedWords {
  const words: TimedWord[] = [];
  const leftOut: [number, number][] = [];
  for (let index = 0; index < written.length;) {
    const span = heard[index];
    if (span) {
      words.push({ text: written[index]!, ...span });
      index++;
      continue;
    }
    let end = index + 1;
    while (end < written.length && !heard[end]) end++;
    const run = written.slice(index, end);
    const gap = { startMs: words.at(-1)?.endMs ?? 0, endMs: heard[end]?.startMs ?? durationMs };
    const placed = placeRun(run, gap, pauses);
    if (placed) words.push(...placed);
    else if (run.length <= SHOWN_UNSAID) pushUnsaid(words, run, gap);
    else leftOut.push([index, end - 1]);
    index = end;
  }
  return { words, leftOut };
}

/** Null when too little is said in the gap. */
function placeRun(
  run: readonly string[],
  gap: TimeInterval,
  pauses: readonly TimeInterval[],
): TimedWord[] | null {
  const inside = pauses
    .map(({ startMs, endMs }) => ({
      startMs: Math.max(0, startMs - gap.startMs),
      endMs: Math.min(endMs, gap.endMs) - gap.startMs,
    }))
    .filter(({ startMs, endMs }) => endMs > startMs);
  const length = gap.endMs - gap.startMs;
  const voiced = length - inside.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  const needed = run.reduce((sum, word) => sum + estimateSyllables(word), 0) * SHORTEST_SYLLABLE_MS;
  if (voiced < needed) return null;
  return approximateWords(run, inside, length).map((word) => ({
    ...word,
    startMs: word.startMs + gap.startMs,
    endMs: word.endMs + gap.startMs,
    confidence: 0,
  }));
}

/** Right behind the word before, and out of its time where nothing is left until the next. */
function pushUnsaid(words: TimedWord[], run: readonly string[], gap: TimeInterval): void {
  const wanted = run.length * UNSAID_MS;
  let { startMs } = gap;
  const before = words.at(-1);
  if (before && gap.endMs - startMs < wanted) {
    const taken = Math.min(wanted, (before.endMs - before.startMs) * TAKEN_SHARE);
    startMs = before.endMs - taken;
    words[words.length - 1] = { ...before, endMs: startMs };
  }
  const each = Math.min(UNSAID_MS, (gap.endMs - startMs) / run.length);
  run.forEach((text, index) => {
    const from = startMs + index * each;
    words.push({ text, startMs: from, endMs: from + each, confidence: 0 });
  });
}
