/** Scripts without spaces between words. (Korean has spaces.) */
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u3000-\\u303F\\uFF01-\\uFF0F\\uFF1A-\\uFF20]';
const STARTS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');
const ENDS_UNSPACED = new RegExp(`${UNSPACED}\\p{M}*$`, 'u');

/** A word of a line, and whether a space comes before it. */
export interface SpacedWord {
  readonly text: string;
  /** Whether a space comes before the word. If missing, the scripts of the words decide. */
  readonly space?: boolean;
  /** The looks of its parts; see {@link StyleSpan}. If missing, the whole word has the first look. */
  readonly spans?: readonly StyleSpan[];
}

/** A part of a word that has one look. */
export interface StyleSpan {
  /** UTF-16 code units. */
  readonly length: number;
  /** The index of the look. */
  readonly style: number;
}

/** The separator between two neighboring words by their scripts: a space or nothing. */
export function defaultSeparator(left: string, right: string): '' | ' ' {
  return ENDS_UNSPACED.test(left) || STARTS_UNSPACED.test(right) ? '' : ' ';
}

/** The separator between two neighboring words of a line. */
export function separatorBetween(left: SpacedWord, right: SpacedWord): '' | ' ' {
  if (right.space === undefined) return defaultSeparator(left.text, right.text);
  return right.space ? ' ' : '';
}

/** Joins the words of a line. */
export function joinWords(words: readonly SpacedWord[]): string {
  return words.reduce(
    (line, word, index) =>
      index === 0 ? word.text : line + separatorBetween(words[index - 1]!, word) + word.text,
    '',
  );
}
