import type { TimedWord } from '../../timing/types.js';

/** What the line of another speaker begins with, where a space stands after it. */
const DASH = /^(?:[-\u2010-\u2015\u2212]{1,3}|>{2,3})(?=\s|$)/;

/** A line of a cue: the dash of its speaker, which nobody says, and what is said. */
export interface SpokenLine {
  /** Empty: it has none. */
  readonly dash: string;
  readonly said: string;
}

/** Lines with the dashes of their speakers apart; a line of nothing else is as it is. */
export function spokenLines(lines: readonly string[]): SpokenLine[] {
  return lines.map((line) => {
    const dash = DASH.exec(line)?.[0] ?? '';
    const said = line.slice(dash.length).trim();
    return said === '' ? { dash: '', said: line } : { dash, said };
  });
}

/**
 * Words of a cue, each with the line of the cue that it stands in. The dash of a speaker is part of the
 * first word, whether or not it is a word of its own among the given ones.
 *
 * @param words of the lines, with or without the dashes
 */
export function inLines(words: readonly TimedWord[], lines: readonly SpokenLine[]): TimedWord[] {
  const placed: TimedWord[] = [];
  let line = -1;
  let left = 0;
  let dash: { text: string; startMs: number | null } | null = null;
  for (const word of words) {
    while (left <= 0 && line < lines.length - 1) {
      line++;
      left = lettersOf(lines[line]!.said);
      dash = lines[line]!.dash === '' ? null : { text: lines[line]!.dash, startMs: null };
    }
    if (dash && word.text === dash.text) {
      dash.startMs = word.startMs;
      continue;
    }
    left -= lettersOf(word.text);
    const text = dash ? `${dash.text} ${word.text}` : word.text;
    placed.push({ ...word, text, startMs: dash?.startMs ?? word.startMs, line });
    dash = null;
  }
  return placed;
}

function lettersOf(text: string): number {
  return text.replace(/\s/gu, '').length;
}
