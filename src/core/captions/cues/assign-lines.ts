import type { TimedWord } from '../../timing/types.js';

/** The dash in front of the line of another speaker, followed by a space. */
const DASH = /^(?:[-\u2010-\u2015\u2212]{1,3}|>{2,3})(?=\s|$)/;

/** A line of a cue, split into the speaker's dash, which is not spoken, and the spoken text. */
export interface SpeakerLine {
  /** Empty if the line has no dash. */
  readonly dash: string;
  readonly text: string;
}

/** Splits lines into dash and text. A line that consists of a dash only stays as it is. */
export function parseSpeakerLines(lines: readonly string[]): SpeakerLine[] {
  return lines.map((line) => {
    const dash = DASH.exec(line)?.[0] ?? '';
    const text = line.slice(dash.length).trim();
    return text === '' ? { dash: '', text: line } : { dash, text };
  });
}

/**
 * Sets the line of the cue on each word. A speaker's dash becomes part of the first word, whether or not the
 * dash is one of the given words.
 *
 * @param words the words of the lines, with or without the dashes
 */
export function assignLines(
  words: readonly TimedWord[],
  lines: readonly SpeakerLine[],
): TimedWord[] {
  const assigned: TimedWord[] = [];
  let line = -1;
  let remaining = 0;
  let dash: { text: string; startMs: number | null } | null = null;
  for (const word of words) {
    while (remaining <= 0 && line < lines.length - 1) {
      line++;
      remaining = countLetters(lines[line]!.text);
      dash = lines[line]!.dash === '' ? null : { text: lines[line]!.dash, startMs: null };
    }
    if (dash && word.text === dash.text) {
      dash.startMs = word.startMs;
      continue;
    }
    remaining -= countLetters(word.text);
    const text = dash ? `${dash.text} ${word.text}` : word.text;
    assigned.push({ ...word, text, startMs: dash?.startMs ?? word.startMs, line });
    dash = null;
  }
  return assigned;
}

function countLetters(text: string): number {
  return text.replace(/\s/gu, '').length;
}
