import type { CaptionCue } from './caption-cue.js';

/** Cues whose starts are closer than this are shown together. */
const TOGETHER_MS = 100;

/**
 * Makes cues follow one another: cues that start together become one cue, and a cue ends where the next one
 * starts.
 *
 * @param cues sorted by start
 */
export function removeOverlaps(cues: readonly CaptionCue[]): CaptionCue[] {
  const result: CaptionCue[] = [];
  for (const cue of cues) {
    const last = result.at(-1);
    if (last && cue.startMs - last.startMs < TOGETHER_MS && cue.startMs < last.endMs) {
      result[result.length - 1] = mergeCues(last, cue);
      continue;
    }
    if (last && last.endMs > cue.startMs) {
      result[result.length - 1] = { ...last, endMs: cue.startMs };
    }
    result.push(cue);
  }
  return result;
}

/** Word times are dropped: one cue's words would come after the other's although both are spoken at once. */
function mergeCues(first: CaptionCue, second: CaptionCue): CaptionCue {
  return {
    startMs: first.startMs,
    endMs: Math.max(first.endMs, second.endMs),
    text: `${first.text} ${second.text}`,
    lines: [...first.lines, ...second.lines],
    words: null,
  };
}
