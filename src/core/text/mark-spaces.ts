import { type LineText, separator } from './join-words.js';

/** How much of a text may lie between two of its words that is of neither. */
const LONGEST_GAP = 1000;

/**
 * Words with what their text says of the spaces between them, where it is not what their script has: a
 * space within Chinese or Thai is the author's comma, and none within English joins two words.
 *
 * @param words of the text, in its order; those that are not found in it stay as they are
 */
export function markSpaces<Word extends LineText>(words: readonly Word[], text: string): Word[] {
  let reached = 0;
  let found = false;
  return words.map((word, index) => {
    const gap = gapBefore(text, reached, word.text);
    const known = found && gap !== null;
    found = gap !== null;
    if (gap !== null) reached += gap.length + word.text.length;
    if (!known) return word;
    const space = /\s/u.test(gap);
    const usual = separator(words[index - 1]!.text, word.text) === ' ';
    return space === usual ? word : { ...word, space };
  });
}

/** What stands before the next place of a word; null when it has none near. */
function gapBefore(text: string, from: number, word: string): string | null {
  const rest = text.slice(from, from + LONGEST_GAP + word.length);
  const at = rest.indexOf(word);
  return at < 0 ? null : rest.slice(0, at);
}
