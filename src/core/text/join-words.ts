/** Scripts written without spaces between words; Korean has them. */
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u3000-\\u303F\\uFF01-\\uFF0F\\uFF1A-\\uFF20]';
const STARTS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');
const ENDS_UNSPACED = new RegExp(`${UNSPACED}\\p{M}*$`, 'u');

/** What stands between two neighbouring words of a line: a space, or nothing in scripts without. */
export function separator(left: string, right: string): '' | ' ' {
  return ENDS_UNSPACED.test(left) || STARTS_UNSPACED.test(right) ? '' : ' ';
}

/** The words of a line as one text. */
export function joinWords(texts: readonly string[]): string {
  return texts.reduce(
    (line, text, index) =>
      index === 0 ? text : line + separator(texts[index - 1] ?? '', text) + text,
    '',
  );
}
