import type { TimedWord } from '../../timing/types.js';

/** After a silence longer than this, the next word starts a new page. */
export const PAUSE_MS = 600;

const CLOSERS = '["\'\\u2019\\u201D\\u00BB\\u203A)\\]}\\u300D\\u300F\\uFF09]*$';
const ALWAYS_ENDS = new RegExp(`[!?\\u3002\\uFF01\\uFF1F\\u061F\\u06D4\\u0964]${CLOSERS}`, 'u');
const PERIOD = new RegExp(`[.\\u2026]${CLOSERS}`, 'u');
/** Titles and initials: their period never ends a sentence. */
const NEVER_ENDS = /^(\p{Lu}|mr|mrs|ms|dr|prof|st|vs|e\.g|i\.e)\.$/iu;
/** A period that ends a sentence only if the next word is not lowercase. */
const MAY_CONTINUE = /(\.\.|\u2026|^(etc|inc|ltd|co|[ap]\.m)\.)$/iu;

/** Whether a sentence ends with this word, judging by its punctuation and the next word. */
function endsSentence(word: string, next: string): boolean {
  if (ALWAYS_ENDS.test(word)) return true;
  if (!PERIOD.test(word) || NEVER_ENDS.test(word)) return false;
  return !(MAY_CONTINUE.test(word) && /^\p{Ll}/u.test(next));
}

/** Splits words where a cue or a sentence ends, or where a silence is longer than {@link PAUSE_MS}. */
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
