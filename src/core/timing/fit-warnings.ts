import type { ScriptFit } from './script-fit.js';
import { estimateSyllables } from './syllables.js';
import { counted } from '../util/counted.js';

/** Below this share, the script is taken for another one, and its words are not aligned. */
const MIN_SHARE = 0.5;
/** Below this share, the script may be another one; `npm run bench:timing` reports how often. */
const SURE_SHARE = 0.7;
/** Further places are counted, not listed. */
const MAX_PLACES = 3;
const QUOTED_WORDS = 4;

/** Upper limits of what anyone can say: syllables per second, and a few more at any time. */
const MAX_SYLLABLES_A_SECOND = 25;
const SPARE_SYLLABLES = 50;

/** Returns false for a script that is too long to be said in the time and not worth the cost of aligning. */
export function canBeSpokenIn(written: readonly string[], durationMs: number): boolean {
  const most = (durationMs / 1000) * MAX_SYLLABLES_A_SECOND + SPARE_SYLLABLES;
  return written.reduce((sum, word) => sum + estimateSyllables(word), 0) <= most;
}

/** Returns false for a script that does not seem to be what is said. */
export function isSpokenScript({ share }: ScriptFit): boolean {
  return share >= MIN_SHARE;
}

/** Returns warnings about the differences between an aligned script and the speech. */
export function fitWarnings(
  { share, unheard, leftOut, otherSpeech }: ScriptFit,
  written: readonly string[],
  pointer: string,
): string[] {
  const isLeftOut = ([first, last]: WordRange) =>
    leftOut.some((range) => range[0] <= first && last <= range[1]);
  const doubtful = unheard.filter((range) => !isLeftOut(range));
  return [
    ...(share < SURE_SHARE
      ? [
          `Only ${Math.round(share * 100)}% of the script at ${pointer} matches the speech. Check that it is the right script.`,
        ]
      : []),
    ...listPlaces(
      leftOut,
      (places, count) => {
        const words = leftOut.reduce((sum, [first, last]) => sum + last - first + 1, 0);
        const are = words === 1 ? 'is' : 'are';
        return `${counted(words, 'word')} of the script at ${pointer} ${are} not spoken and not shown: ${places}${count}.`;
      },
      (range) => quoteWords(range, written),
    ),
    ...listPlaces(
      doubtful,
      (places, count) =>
        `The script at ${pointer} does not match the speech at ${places}${count}. The times of these words are approximate.`,
      (range) => quoteWords(range, written),
    ),
    ...listPlaces(
      otherSpeech,
      (places, count) =>
        `The recording has speech that is not in the script at ${pointer}: ${places}${count}.`,
      ({ startMs, endMs }) => `from ${seconds(startMs)} s to ${seconds(endMs)} s`,
    ),
  ];
}

type WordRange = readonly [first: number, last: number];

function listPlaces<T>(
  places: readonly T[],
  sentence: (places: string, more: string) => string,
  name: (place: T) => string,
): string[] {
  if (places.length === 0) return [];
  const more = places.length - MAX_PLACES;
  return [
    sentence(
      places.slice(0, MAX_PLACES).map(name).join(', '),
      more > 0 ? `, and ${counted(more, 'more place')}` : '',
    ),
  ];
}

function quoteWords([first, last]: WordRange, written: readonly string[]): string {
  const words = written.slice(first, Math.min(last + 1, first + QUOTED_WORDS)).join(' ');
  const rest = last - first + 1 > QUOTED_WORDS ? '…' : '';
  return `word ${first + 1} ("${words}${rest}")`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
