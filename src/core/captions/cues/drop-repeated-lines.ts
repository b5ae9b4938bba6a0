import type { ParsedCue } from './caption-cue.js';
import { lineText } from './cue-text.js';

/** A cue this short only redraws the lines on screen. */
const REDRAW_MS = 50;
/** Two cues are consecutive if the gap between them is at most this long. */
const NEAR_MS = 100;
/** Lines that two cues are compared by. */
const MAX_SHARED_LINES = 4;

/**
 * Removes the lines that rolling captions repeat. Automatic captions show the previous line above each new
 * line, with cues of 10 ms without a new line in between.
 *
 * @param cues sorted by start
 */
export function dropRepeatedLines(cues: readonly ParsedCue[]): ParsedCue[] {
  const kept: ParsedCue[] = [];
  let previousTexts: readonly string[] = [];
  let previousEndMs = -Infinity;
  for (const cue of cues) {
    const lines = cue.lines.filter((line) => lineText(line) !== '');
    const texts = lines.map(lineText);
    const isConsecutive = cue.startMs - previousEndMs <= NEAR_MS;
    const repeated = isConsecutive ? countSharedLines(previousTexts, texts) : 0;
    const isRedraw = cue.endMs - cue.startMs <= REDRAW_MS;
    const newLines = repeated < lines.length || isRedraw ? lines.slice(repeated) : lines;
    if (newLines.length > 0) kept.push({ ...cue, lines: newLines });
    previousTexts = texts;
    previousEndMs = cue.endMs;
  }
  return kept;
}

/** How many lines at the end of one cue are also the start of the next cue. */
function countSharedLines(previous: readonly string[], next: readonly string[]): number {
  const most = Math.min(previous.length, next.length, MAX_SHARED_LINES);
  for (let count = most; count > 0; count--) {
    if (previous.slice(-count).every((line, index) => line === next[index])) return count;
  }
  return 0;
}
