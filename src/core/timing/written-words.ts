import { separator } from '../text/join-words.js';

/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Addresses are said and shown as one. */
const ADDRESS = /:\/\/|^www\.|@/iu;
/**
 * Where words follow each other without a space: after a dash (written as one, or as two hyphens) or an
 * ellipsis, and after a stroke between two words of two letters and more (`and/or`, not `km/h`).
 */
const JOINT =
  /(?<=[\p{L}\p{N}\p{M}"'\u2019\u201D)][\u2014\u2015\u2026]+|[\p{L}\p{M}"'\u2019\u201D)](?:--+|\.{3,})|\p{L}\p{M}*\u2013)(?=["'\u2018\u201C(]*[\p{L}\p{N}])|(?<=^[^/]*\p{L}[\p{L}\p{M}]+\/)(?=\p{L}[\p{L}\p{M}]+[^/]*$)/u;
/** Longer parts are no words; they stay as they are. */
const LONGEST_PART = 200;

/** How much of a text may lie between two of its words that is of neither. */
const LONGEST_GAP = 200;

/**
 * Written words of a script: what stands between spaces, and words joined by a dash, an ellipsis or a
 * stroke one by one (`back\u2014everyone`). Where a script has no spaces, what its readers take for
 * words (Unicode's word boundaries, by `Intl.Segmenter`). Punctuation stays with the word before it, or
 * with the one after it at the start.
 *
 * Which of them have no space between them, {@link markSpaces} tells.
 *
 * @param language BCP 47, or `auto`
 */
export function writtenWords(text: string, language = 'auto'): string[] {
  return text
    .split(/\s+/u)
    .filter((part) => part !== '')
    .flatMap((part) => (UNSPACED.test(part) ? segmented(part, language) : joints(part)));
}

/**
 * Words with what their text says of the spaces between them, where it is not what their script has: a
 * space within Chinese or Thai is the author's comma, and none within English joins two words.
 *
 * @param words of the text, in its order; those that are not found in it stay as they are
 */
export function markSpaces<Word extends { readonly text: string; readonly space?: boolean }>(
  words: readonly Word[],
  text: string,
): Word[] {
  let reached = 0;
  let found = false;
  return words.map((word, index) => {
    const window = text.slice(reached, reached + LONGEST_GAP + word.text.length);
    const at = window.indexOf(word.text);
    const known = found && at >= 0;
    const hasSpace = known && /\s/u.test(window.slice(0, at));
    found = at >= 0;
    if (found) reached += at + word.text.length;
    if (!known || hasSpace === (separator(words[index - 1]!.text, word.text) === ' ')) return word;
    return { ...word, space: hasSpace };
  });
}

function joints(part: string): string[] {
  return part.length > LONGEST_PART || ADDRESS.test(part) ? [part] : part.split(JOINT);
}

function segmented(part: string, language: string): string[] {
  const words: string[] = [];
  let before = '';
  for (const { segment, isWordLike } of segmenterOf(language).segment(part)) {
    if (isWordLike) {
      words.push(before + segment);
      before = '';
    } else if (words.length > 0) {
      words[words.length - 1] += segment;
    } else {
      before += segment;
    }
  }
  return before === '' ? words : [...words, before];
}

/** By the rules of a language; a tag that is not well formed has none of its own. */
function segmenterOf(language: string): Intl.Segmenter {
  const granularity = 'word';
  try {
    return new Intl.Segmenter(language === 'auto' ? 'und' : language, { granularity });
  } catch {
    return new Intl.Segmenter('und', { granularity });
  }
}
