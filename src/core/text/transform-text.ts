import type { TextTransform } from '../project/types/index.js';

/** A letter at the beginning of a word: after anything that is not part of a word. */
const INITIAL = /(?<![\p{L}\p{M}\p{N}'\u2019])\p{L}/gu;

/**
 * Changes the letter case as `text-transform` of CSS does.
 *
 * @param locale BCP 47 tag; affects the Turkish i and Greek accents
 * @param before the text before, because a word can begin there
 */
export function transformText(
  text: string,
  transform: TextTransform,
  locale: string,
  before = '',
): string {
  if (transform === 'none') return text;
  if (transform === 'uppercase') return text.toLocaleUpperCase(locale);
  if (transform === 'lowercase') return text.toLocaleLowerCase(locale);
  const [last = ''] = Array.from(before).slice(-1);
  return (last + text)
    .replace(INITIAL, (letter, at: number) =>
      at < last.length ? letter : letter.toLocaleUpperCase(locale),
    )
    .slice(last.length);
}
