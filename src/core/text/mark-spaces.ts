import { type SpacedWord, defaultSeparator } from './join-words.js';

/** The longest text between two words. */
const MAX_GAP_LENGTH = 1000;

/**
 * Sets `space` on words if the spacing in the text differs from the default of their scripts: a space within
 * Chinese or Thai text separates clauses, and a missing space within English text joins two words.
 *
 * @param words the words of the text, in order; words that are not in the text stay as they are
 */
export function markSpaces<Word extends SpacedWord>(words: readonly Word[], text: string): Word[] {
  let reached = 0;
  let found = false;
  return words.map((word, index) => {
    const gap = gapBefore(text, reached, word.text);
    const isKnown = found && gap !== null;
    found = gap !== null;
    if (gap !== null) reached += gap.length + word.text.length;
    if (!isKnown) return word;
    const hasSpace = /\s/u.test(gap);
    const hasDefaultSpace = defaultSeparator(words[index - 1]!.text, word.text) === ' ';
    return hasSpace === hasDefaultSpace ? word : { ...word, space: hasSpace };
  });
}

/** The text before the next occurrence of a word; null if the word is not found nearby. */
function gapBefore(text: string, from: number, word: string): string | null {
  const rest = text.slice(from, from + MAX_GAP_LENGTH + word.length);
  const at = rest.indexOf(word);
  return at < 0 ? null : rest.slice(0, at);
}
