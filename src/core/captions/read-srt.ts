import { type CuePiece, MOST_CUES, type RawCue } from './caption-cue.js';
import { decodeEntities, splitMarkup } from './cue-markup.js';
import { parseTimingLine } from './cue-time.js';

/**
 * Reads SubRip as it is found: with or without numbers and blank lines, with dots for commas, with
 * positions after the times, HTML tags and override blocks in the text. Each line with two times
 * begins a cue; what is no cue is passed over.
 */
export function readSrt(lines: readonly string[]): RawCue[] {
  const starts: number[] = [];
  for (let at = 0; at < lines.length && starts.length <= MOST_CUES; at++) {
    if (parseTimingLine(lines[at]!)) starts.push(at);
  }
  return starts.map((at, index) => {
    const next = starts[index + 1] ?? lines.length;
    const own = lines.slice(at + 1, next);
    if (next < lines.length && isNumber(own, index + 2)) own.pop();
    return { ...parseTimingLine(lines[at]!)!, lines: own.map(plainPieces) };
  });
}

/** Whether the last line before the next times is the next cue's number, not text. */
function isNumber(lines: readonly string[], expected: number): boolean {
  const last = lines.at(-1)?.trim() ?? '';
  if (!/^\d{1,9}$/.test(last)) return false;
  return Number(last) === expected || (lines.at(-2) ?? '').trim() === '';
}

/** A line without its tags. */
export function plainPieces(line: string): CuePiece[] {
  const text = splitMarkup(line, 'overrides')
    .map((part) => ('text' in part ? part.text : ''))
    .join('');
  return [{ text: decodeEntities(text), startMs: null }];
}
