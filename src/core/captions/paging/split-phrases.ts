import type { TimedWord } from '../../timing/types.js';

/** Silence after which the next word begins a new page. */
export const PAUSE_MS = 600;

const CLOSERS = '["\'\\u2019\\u201D\\u00BB\\u203A)\\]}\\u300D\\u300F\\uFF09]*$';
const ALWAYS_ENDS = new RegExp(`[!?\\u3002\\uFF01\\uFF1F\\u061F\\u06D4\\u0964]${CLOSERS}`, 'u');
const FULL_STOP = new RegExp(`[.\\u2026]${CLOSERS}`, 'u');
/** Titles and initials: a full stop that never ends a sentence. */
const NEVER_ENDS = /^(\p{Lu}|mr|mrs|ms|dr|prof|st|vs|e\.g|i\.e)\.$/iu;
/** A full stop that ends a sentence only when the next word does not go on in small letters. */
const MAY_GO_ON = /(\.\.|\u2026|^(etc|inc|ltd|co|[ap]\.m)\.)$/iu;

/** True when a sentence ends with this word, as far as its marks and the next word tell. */
function endsSentence(word: string, next: string): boolean {
  if (ALWAYS_ENDS.test(word)) return true;
  if (!FULL_STOP.test(word) || NEVER_ENDS.test(word)) return false;
  return !(MAY_GO_ON.test(word) && /^\p{Ll}/u.test(next));
}

/** Words cut where a cue or a sentence ends, or nobody speaks for longer than {@link PAUSE_MS}. */
export function splitPhrases<Word extends TimedWord>(words: readonly Word[]): Word[][] {
  const phrases: Word[][] = [];
  let spokenUntilMs = 0;
  let previous: TimedWord | undefined;
  for (const word of words) {
    const current = phrases.at(-1);
    if (
      current === undefined ||
      previous === undefined ||
      word.cue !== previous.cue ||
      word.startMs - spokenUntilMs > PAUSE_MS ||
      (word.space !== false && endsSentence(previous.text, word.text))
    ) {
      phrases.push([word]);
    } else {
      current.push(word);
    }
    spokenUntilMs = Math.max(spokenUntilMs, word.endMs);
    previous = word;
  }
  return phrases;
}
