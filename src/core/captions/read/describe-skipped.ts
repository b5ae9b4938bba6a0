import type { SkippedPart } from '../cues/caption-cue.js';
import { counted } from '../../util/counted.js';

/** Lines that a warning names. */
const MAX_NAMED_LINES = 5;

/** Sentences about the parts of a caption file that were skipped, with their lines. */
export function describeSkipped(skipped: readonly SkippedPart[]): string[] {
  const linesOf = (reason: SkippedPart['reason']) =>
    skipped.filter((part) => part.reason === reason).map(({ line }) => line);
  const untimed = linesOf('time');
  const stray = linesOf('text');
  const sentences: string[] = [];
  if (untimed.length > 0) {
    sentences.push(
      `Skipped ${counted(untimed.length, 'cue')} with unreadable times ${lineList(untimed)}.`,
    );
  }
  if (stray.length > 0) {
    const blocks = stray.length === 1 ? 'block that does' : 'blocks that do';
    sentences.push(
      `Skipped ${stray.length} text ${blocks} not belong to a cue ${lineList(stray)}.`,
    );
  }
  return sentences;
}

/** `(line 6)`, `(lines 2 and 6)`, `(lines 2, 4, 6, 8, 10, and 3 more)` */
function lineList(lines: readonly number[]): string {
  const items = lines.slice(0, MAX_NAMED_LINES).map(String);
  const more = lines.length - items.length;
  if (more > 0) items.push(`${more} more`);
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(items);
  return `(${lines.length === 1 ? 'line' : 'lines'} ${list})`;
}
