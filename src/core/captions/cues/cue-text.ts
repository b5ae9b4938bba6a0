import type { CuePiece, RawCue } from './caption-cue.js';
import { plainText } from '../../text/plain-text.js';

/** What a line says, without the blanks around it. */
export function lineText(line: readonly CuePiece[]): string {
  return line
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** What a cue says, as one plain line. */
export function cueText({ lines }: RawCue): string {
  return plainText(lines.map(lineText).join(' '));
}
