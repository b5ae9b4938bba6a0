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

/**
 * Written words of a script: what stands between spaces, and words joined by a dash, an ellipsis or a
 * stroke one by one (`back\u2014everyone`). Where a script has no spaces, what its readers take for
 * words (Unicode's word boundaries, by `Intl.Segmenter`). Punctuation stays with the word before it, or
 * with the one after it at the start.
 *
 * Which of them have no space between them, `markSpaces` tells.
 *
 * @param language BCP 47, or `auto`
 */
export function writtenWords(text: string, language = 'auto'): string[] {
  return text
    .split(/\s+/u)
    .filter((part) => part !== '')
    .flatMap((part) => (UNSPACED.test(part) ? segmented(part, language) : joints(part)));
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
