/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Web and email addresses are shown as one word. */
const ADDRESS = /:\/\/|^www\.|@/iu;
/**
 * Places where words follow each other without a space: after a dash (also two hyphens) or an ellipsis,
 * and after a slash between two words of at least two letters (`and/or`, but not `km/h`).
 */
const JOINT =
  /(?<=[\p{L}\p{N}\p{M}"'\u2019\u201D)][\u2014\u2015\u2026]+|[\p{L}\p{M}"'\u2019\u201D)](?:--+|\.{3,})|\p{L}\p{M}*\u2013)(?=["'\u2018\u201C(]*[\p{L}\p{N}])|(?<=^[^/]*\p{L}[\p{L}\p{M}]+\/)(?=\p{L}[\p{L}\p{M}]+[^/]*$)/u;
/** Longer parts are not words, and stay as they are. */
const LONGEST_PART = 200;

/**
 * Splits a script into its written words at spaces, and after a dash, an ellipsis or a slash between words
 * (`back\u2014everyone`). Scripts without spaces are split at the word boundaries of Unicode
 * (`Intl.Segmenter`). Punctuation stays with the word before it, or at the start with the word after it.
 *
 * `markSpaces` restores which words have no space between them.
 *
 * @param language BCP 47, or `auto`
 */
export function writtenWords(text: string, language = 'auto'): string[] {
  return text
    .split(/\s+/u)
    .filter((part) => part !== '')
    .flatMap((part) => (UNSPACED.test(part) ? splitUnspaced(part, language) : splitAtJoints(part)));
}

function splitAtJoints(part: string): string[] {
  return part.length > LONGEST_PART || ADDRESS.test(part) ? [part] : part.split(JOINT);
}

function splitUnspaced(part: string, language: string): string[] {
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

/** Uses the rules of the language; a malformed tag falls back to the root locale. */
function segmenterOf(language: string): Intl.Segmenter {
  const granularity = 'word';
  try {
    return new Intl.Segmenter(language === 'auto' ? 'und' : language, { granularity });
  } catch {
    return new Intl.Segmenter('und', { granularity });
  }
}
