/** Scripts written without spaces between words; Korean has them. */
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u3000-\\u303F\\uFF01-\\uFF0F\\uFF1A-\\uFF20]';
const STARTS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');
const ENDS_UNSPACED = new RegExp(`${UNSPACED}\\p{M}*$`, 'u');

/** A word of a line, with what is told of the space before it. */
export interface LineText {
  readonly text: string;
  /** Whether a space stands before it; when missing, as its script has it. */
  readonly space?: boolean;
}

/** What stands between two neighbouring words by their scripts: a space, or nothing in those without. */
export function separator(left: string, right: string): '' | ' ' {
  return ENDS_UNSPACED.test(left) || STARTS_UNSPACED.test(right) ? '' : ' ';
}

/** What stands between two neighbouring words of a line. */
export function gapBetween(left: LineText, right: LineText): '' | ' ' {
  if (right.space === undefined) return separator(left.text, right.text);
  return right.space ? ' ' : '';
}

/** The words of a line as one text. */
export function joinWords(words: readonly LineText[]): string {
  return words.reduce(
    (line, word, index) =>
      index === 0 ? word.text : line + gapBetween(words[index - 1]!, word) + word.text,
    '',
  );
}
