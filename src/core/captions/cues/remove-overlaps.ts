import type { CaptionCue } from './caption-cue.js';

/** Cues that begin this near to each other show together. */
const TOGETHER_MS = 100;

/**
 * Cues one after another: those that begin together become one, and one during which another begins
 * ends there.
 *
 * @param cues in order of their start
 */
export function separateCues(cues: readonly CaptionCue[]): CaptionCue[] {
  const separate: CaptionCue[] = [];
  for (const cue of cues) {
    const last = separate.at(-1);
    if (last && cue.startMs - last.startMs < TOGETHER_MS && cue.startMs < last.endMs) {
      separate[separate.length - 1] = joined(last, cue);
      continue;
    }
    if (last && last.endMs > cue.startMs) {
      separate[separate.length - 1] = { ...last, endMs: cue.startMs };
    }
    separate.push(cue);
  }
  return separate;
}

/** The words of both, each after those of the other, have no times that fit. */
function joined(one: CaptionCue, other: CaptionCue): CaptionCue {
  return {
    startMs: one.startMs,
    endMs: Math.max(one.endMs, other.endMs),
    text: `${one.text} ${other.text}`,
    lines: [...one.lines, ...other.lines],
    words: null,
  };
}
