import type { ScriptFit } from './script-fit.js';
import { estimateSyllables } from './syllables.js';

/** Below this share the script is taken for another one, and its words are not aligned. */
const MIN_SHARE = 0.5;
/** Below this share the script may be another one: the bench of timing says how often. */
const SURE_SHARE = 0.7;
/** More places are counted, not listed. */
const MAX_PLACES = 3;
const QUOTED_WORDS = 4;

/** Nobody says more syllables in a second, and some in a moment. */
const MAX_SYLLABLES_A_SECOND = 25;
const SPARE_SYLLABLES = 50;

/** False for a script that is too long to be said in a time: aligning it would cost much for nothing. */
export function canBeSpokenIn(written: readonly string[], durationMs: number): boolean {
  const most = (durationMs / 1000) * MAX_SYLLABLES_A_SECOND + SPARE_SYLLABLES;
  return written.reduce((sum, word) => sum + estimateSyllables(word), 0) <= most;
}

/** False for a script that does not seem to be what is said. */
export function isSpokenScript({ share }: ScriptFit): boolean {
  return share >= MIN_SHARE;
}

/** Sentences on where an aligned script and the speech differ. */
export function fitWarnings(
  { share, unheard, leftOut, otherSpeech }: ScriptFit,
  written: readonly string[],
  pointer: string,
): string[] {
  const isLeftOut = ([first, last]: Run) =>
    leftOut.some((run) => run[0] <= first && last <= run[1]);
  const doubtful = unheard.filter((run) => !isLeftOut(run));
  return [
    ...(share < SURE_SHARE
      ? [
          `Only ${Math.round(share * 100)} % of the script at ${pointer} is heard in the speech; check that it is what is said.`,
        ]
      : []),
    ...listed(
      leftOut,
      (places, count) => {
        const words = leftOut.reduce((sum, [first, last]) => sum + last - first + 1, 0);
        return `${words} words of the script at ${pointer} are not said and not shown: ${places}${count}.`;
      },
      (run) => quoted(run, written),
    ),
    ...listed(
      doubtful,
      (places, count) =>
        `The script at ${pointer} does not fit the speech at ${places}${count}. The times of these words are approximate.`,
      (run) => quoted(run, written),
    ),
    ...listed(
      otherSpeech,
      (places, count) =>
        `Something is heard that is not in the script at ${pointer}: ${places}${count}.`,
      ({ startMs, endMs }) => `from ${seconds(startMs)} to ${seconds(endMs)} s`,
    ),
  ];
}

type Run = readonly [first: number, last: number];

function listed<T>(
  places: readonly T[],
  sentence: (places: string, more: string) => string,
  name: (place: T) => string,
): string[] {
  if (places.length === 0) return [];
  const more = places.length - MAX_PLACES;
  return [
    sentence(
      places.slice(0, MAX_PLACES).map(name).join(', '),
      more > 0 ? `, and ${more} more places` : '',
    ),
  ];
}

function quoted([first, last]: Run, written: readonly string[]): string {
  const words = written.slice(first, Math.min(last + 1, first + QUOTED_WORDS)).join(' ');
  const rest = last - first + 1 > QUOTED_WORDS ? '…' : '';
  return `word ${first + 1} ("${words}${rest}")`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
