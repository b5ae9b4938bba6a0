import type { RawCue } from './caption-cue.js';
import { cueText } from './cue-text.js';

/** A cue that was cut where two files meet goes on within this. */
const NEAR_MS = 100;
/** Nothing is said twice in cues of a frame each: a sign that moves is drawn so (24 fps, in centiseconds). */
const FRAME_MS = 50;

/**
 * One cue for those that say the same at the same time: layers of a line that make its look (ASS), and
 * cues that stand in two of the segments that were joined, whole or in two parts, and a sign that is drawn
 * anew in each frame. What is said again after
 * it ended stays.
 *
 * @param cues in order of their start
 */
export function dropCopies(cues: readonly RawCue[]): RawCue[] {
  const kept: RawCue[] = [];
  const lastOf = new Map<string, number>();
  for (const cue of cues) {
    const text = cueText(cue);
    const index = lastOf.get(text);
    const earlier = index === undefined ? undefined : kept[index]!;
    if (text !== '' && earlier && isCopy(earlier, cue)) {
      kept[index!] = { ...withTimes(earlier, cue), endMs: Math.max(earlier.endMs, cue.endMs) };
      continue;
    }
    lastOf.set(text, kept.length);
    kept.push(cue);
  }
  return kept;
}

function isCopy(earlier: RawCue, cue: RawCue): boolean {
  if (cue.startMs === earlier.startMs || cue.startMs < earlier.endMs) return true;
  const isFrame = ({ startMs, endMs }: RawCue) => endMs - startMs <= FRAME_MS;
  if (isFrame(cue) && cue.startMs - earlier.endMs <= FRAME_MS) return true;
  return cue.section !== earlier.section && cue.startMs - earlier.endMs <= NEAR_MS;
}

/** The one of the two that has times for its words. */
function withTimes(one: RawCue, other: RawCue): RawCue {
  const isTimed = ({ lines }: RawCue) => lines.flat().some(({ startMs }) => startMs !== null);
  const timed = !isTimed(one) && isTimed(other) ? other : one;
  return { ...timed, startMs: one.startMs, section: other.section };
}
