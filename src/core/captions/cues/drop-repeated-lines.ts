import type { RawCue } from './caption-cue.js';
import { lineText } from './cue-text.js';

/** A cue this short only redraws what stands there. */
const REDRAW_MS = 50;
/** Cues follow each other when no more than this lies between. */
const NEAR_MS = 100;

/**
 * Takes out what rolling captions say again: automatic ones show the last line once more above each
 * new one, and between them cues of 10 ms with no new line at all.
 *
 * @param cues in order of their start
 */
export function dropRepeats(cues: readonly RawCue[]): RawCue[] {
  const kept: RawCue[] = [];
  let before: readonly string[] = [];
  let beforeEndMs = -Infinity;
  for (const cue of cues) {
    const lines = cue.lines.filter((line) => lineText(line) !== '');
    const texts = lines.map(lineText);
    const follows = cue.startMs - beforeEndMs <= NEAR_MS;
    const repeated = follows ? overlap(before, texts) : 0;
    const redraws = cue.endMs - cue.startMs <= REDRAW_MS;
    const fresh = repeated < lines.length || redraws ? lines.slice(repeated) : lines;
    if (fresh.length > 0) kept.push({ ...cue, lines: fresh });
    before = texts;
    beforeEndMs = cue.endMs;
  }
  return kept;
}

/** How many lines at the end of one cue begin the next. */
function overlap(before: readonly string[], after: readonly string[]): number {
  for (let count = Math.min(before.length, after.length, 4); count > 0; count--) {
    if (before.slice(-count).every((line, index) => line === after[index])) return count;
  }
  return 0;
}
