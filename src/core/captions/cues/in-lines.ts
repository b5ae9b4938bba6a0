import type { TimedWord } from '../../timing/types.js';

/** What the line of another speaker begins with, where a space stands after it. */
const DASH = /^(?:[-\u2010-\u2015\u2212]+|>{2,3})$/;

/**
 * Words of a cue, each with the line of the cue that it stands in. A dash or `>>` before what somebody
 * says is part of the first word.
 *
 * @param lines the text of the words
 */
export function inLines(words: readonly TimedWord[], lines: readonly string[]): TimedWord[] {
  const ends: number[] = [];
  for (const line of lines) ends.push((ends.at(-1) ?? 0) + line.replace(/\s/gu, '').length);
  const placed: TimedWord[] = [];
  let letters = 0;
  let line = 0;
  for (const word of words) {
    while (line < ends.length - 1 && letters >= ends[line]!) line++;
    letters += word.text.replace(/\s/gu, '').length;
    const before = placed.at(-1);
    const starts = placed.at(-2)?.line !== line;
    if (before && before.line === line && starts && DASH.test(before.text)) {
      placed[placed.length - 1] = { ...word, text: `${before.text} ${word.text}`, line };
    } else {
      placed.push({ ...word, line });
    }
  }
  return placed;
}
