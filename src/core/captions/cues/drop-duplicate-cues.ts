import type { ParsedCue } from './caption-cue.js';
import { cueText, hasPieceTimes } from './cue-text.js';

/** A cue that was cut where two joined files meet continues within this time. */
const NEAR_MS = 100;
/** Cues of one frame each are an animated sign (24 fps, rounded to centiseconds), not repeated speech. */
const FRAME_MS = 50;

/**
 * Merges cues that have the same text at the same time: layers that create the look of a line (ASS), cues
 * that are in two joined segments (whole or in two parts), and a sign that is redrawn in each frame. Text
 * that is repeated after it has ended is kept.
 *
 * @param cues sorted by start
 */
export function dropDuplicateCues(cues: readonly ParsedCue[]): ParsedCue[] {
  const kept: ParsedCue[] = [];
  const lastIndex = new Map<string, number>();
  for (const cue of cues) {
    const text = cueText(cue);
    const index = lastIndex.get(text);
    const earlier = index === undefined ? undefined : kept[index]!;
    if (text !== '' && earlier && isDuplicate(earlier, cue)) {
      kept[index!] = { ...preferTimed(earlier, cue), endMs: Math.max(earlier.endMs, cue.endMs) };
      continue;
    }
    lastIndex.set(text, kept.length);
    kept.push(cue);
  }
  return kept;
}

function isDuplicate(earlier: ParsedCue, cue: ParsedCue): boolean {
  if (cue.startMs === earlier.startMs || cue.startMs < earlier.endMs) return true;
  const isFrame = ({ startMs, endMs }: ParsedCue) => endMs - startMs <= FRAME_MS;
  if (isFrame(cue) && cue.startMs - earlier.endMs <= FRAME_MS) return true;
  return cue.section !== earlier.section && cue.startMs - earlier.endMs <= NEAR_MS;
}

/** Of two cues, the one that has word times. */
function preferTimed(earlier: ParsedCue, later: ParsedCue): ParsedCue {
  const timed = !hasPieceTimes(earlier) && hasPieceTimes(later) ? later : earlier;
  return { ...timed, startMs: earlier.startMs, section: later.section };
}
