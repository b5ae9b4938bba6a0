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
  const groups: CueGroup[] = [];
  for (const cue of cues) {
    const last = groups.at(-1);
    if (last && cue.startMs - last.cues[0]!.startMs < TOGETHER_MS && cue.startMs < last.endMs) {
      last.cues.push(cue);
      last.endMs = Math.max(last.endMs, cue.endMs);
      continue;
    }
    if (last && last.endMs > cue.startMs) last.endMs = cue.startMs;
    groups.push({ cues: [cue], endMs: cue.endMs });
  }
  return groups.map(mergeGroup);
}

/** Cues that are shown together. */
interface CueGroup {
  readonly cues: CaptionCue[];
  endMs: number;
}

/** Word times are dropped: one cue's words would come after the other's although both are spoken at once. */
function mergeGroup({ cues, endMs }: CueGroup): CaptionCue {
  const [first] = cues;
  if (cues.length === 1) return first!.endMs === endMs ? first! : { ...first!, endMs };
  return {
    startMs: first!.startMs,
    endMs,
    text: cues.map(({ text }) => text).join(' '),
    lines: cues.flatMap(({ lines }) => lines),
    words: null,
  };
}
