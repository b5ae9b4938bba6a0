import { approximateWords } from './approximate-words.js';
import { estimateSyllables } from './syllables.js';
import type { TimedWord } from './types.js';
import type { TimeInterval } from './types.js';

/** When a word of the script is heard, and with what confidence. */
export interface WordMatch extends TimeInterval {
  /** 0 to 1. */
  readonly confidence: number;
}

export interface PlacedWords {
  /** The words to show, in order. */
  readonly words: readonly TimedWord[];
  /** Ranges of words left out because they are not said: `[first, last]` in the script. */
  readonly leftOut: readonly (readonly [first: number, last: number])[];
}

/** A syllable takes at least this long. Words that need more time than there is were not said. */
const SHORTEST_SYLLABLE_MS = 60;
/** Up to this many unsaid words in a row are shown briefly: signs, an emoji, a slip of the tongue. */
const MAX_SHOWN_UNSAID = 3;
/** How long to show an unsaid word where there is room. */
const UNSAID_MS = 120;
/** The share of the word before that unsaid words take where there is no room. */
const TAKEN_SHARE = 0.4;

/**
 * Gives times to the words of a script that were not heard. A run of them shares the speech between its
 * neighbors. Without enough speech there, a few words take a little of the time around them, and a
 * longer run is left out.
 *
 * @param matches the match of each written word; null for a word that was not heard
 */
export function placeWords(
  written: readonly string[],
  matches: readonly (WordMatch | null)[],
  pauses: readonly TimeInterval[],
  durationMs: number,
): PlacedWords {
  const words: TimedWord[] = [];
  const leftOut: [number, number][] = [];
  for (let index = 0; index < written.length;) {
    const match = matches[index];
    if (match) {
      words.push({ text: written[index]!, ...match });
      index++;
      continue;
    }
    let end = index + 1;
    while (end < written.length && !matches[end]) end++;
    const run = written.slice(index, end);
    const gap = { startMs: words.at(-1)?.endMs ?? 0, endMs: matches[end]?.startMs ?? durationMs };
    const placed = placeRun(run, gap, pauses);
    if (placed) words.push(...placed);
    else if (run.length <= MAX_SHOWN_UNSAID) pushUnsaid(words, run, gap);
    else leftOut.push([index, end - 1]);
    index = end;
  }
  return { words, leftOut };
}

/** Returns null when the gap has too little speech. */
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

/** Places words right after the word before, and takes some of its time where the gap is too short. */
function pushUnsaid(words: TimedWord[], run: readonly string[], gap: TimeInterval): void {
  const neededMs = run.length * UNSAID_MS;
  let { startMs } = gap;
  const before = words.at(-1);
  if (before && gap.endMs - startMs < neededMs) {
    const taken = Math.min(neededMs, (before.endMs - before.startMs) * TAKEN_SHARE);
    startMs = before.endMs - taken;
    words[words.length - 1] = { ...before, endMs: startMs };
  }
  const each = Math.min(UNSAID_MS, (gap.endMs - startMs) / run.length);
  run.forEach((text, index) => {
    const from = startMs + index * each;
    words.push({ text, startMs: from, endMs: from + each, confidence: 0 });
  });
}
