/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Written words of a script: what stands between spaces; where a script has no spaces, what its
 * readers take for words (Unicode's word boundaries, by `Intl.Segmenter`). Punctuation stays with the
 * word before it, or with the one after it at the start.
 *
 * @param language BCP 47, or `auto`
 */
export function writtenWords(text: string, language = 'auto'): string[] {
  return text
    .split(/\s+/u)
    .filter((part) => part !== '')
    .flatMap((part) => (UNSPACED.test(part) ? segmented(part, language) : [part]));
}

function segmented(part: string, language: string): string[] {
  const locale = language === 'auto' ? undefined : language;
  const words: string[] = [];
  let before = '';
  for (const { segment, isWordLike } of new Intl.Segmenter(locale, {
    granularity: 'word',
  }).segment(part)) {
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
