import { plainText } from '../../text/plain-text.js';
import type { CuePiece, ParsedCue } from './caption-cue.js';

/** The text of a line, trimmed. */
export function lineText(line: readonly CuePiece[]): string {
  return line
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** The text of a cue as one plain line. */
export function cueText({ lines }: ParsedCue): string {
  return plainText(lines.map(lineText).join(' '));
}

/** Whether the file has a time for any part of a cue. */
export function hasPieceTimes({ lines }: ParsedCue): boolean {
  return lines.some((line) => line.some(({ startMs }) => startMs !== null));
}
