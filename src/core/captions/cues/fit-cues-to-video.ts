import type { CaptionCue } from './caption-cue.js';
import { formatTimestamp } from '../../time/timestamp.js';
import { separateCues } from './remove-overlaps.js';

const HOUR_MS = 3_600_000;
/** Some files begin a few seconds before the hour that their time code counts from. */
const LEADER_MS = 60_000;

export interface ShownCues {
  /** One after another, none after the end. */
  readonly shown: CaptionCue[];
  /** Sentences on cues that are not shown. */
  readonly warnings: readonly string[];
}

interface Bounds {
  readonly offsetMs: number;
  readonly durationMs: number;
  /** Of the captions in the project. */
  readonly pointer: string;
}

/**
 * The cues that show while a video lasts, shifted. Those of a file whose time code begins at an hour show
 * only with an offset; a warning says which.
 */
export function cuesInTime(
  cues: readonly CaptionCue[],
  { offsetMs, durationMs, pointer }: Bounds,
): ShownCues {
  const all = cues.map((cue) => shifted(cue, offsetMs));
  const late = all.filter(({ startMs }) => startMs >= durationMs).length;
  const early = all.filter(({ endMs }) => endMs <= 0).length;
  const inTime = all.filter(({ startMs, endMs }) => startMs < durationMs && endMs > 0);
  const shown = separateCues(inTime).map((cue) => ({
    ...cue,
    endMs: Math.min(cue.endMs, durationMs),
    words: cue.words && cue.words.filter(({ startMs }) => startMs < durationMs),
  }));
  const words = inTime.flatMap((cue) => cue.words ?? []);
  const lateWords = words.filter(({ startMs }) => startMs >= durationMs).length;
  const first = all[0]?.startMs ?? 0;
  return {
    shown,
    warnings: [
      ...(late > 0 ? [`${late} cues of ${pointer} begin after the end and are not shown.`] : []),
      ...(lateWords > 0
        ? [`Words in cues of ${pointer} that begin after the end are not shown: ${lateWords}.`]
        : []),
      ...(early > 0 ? [`${early} cues of ${pointer} end before the start and are not shown.`] : []),
      ...(first >= HOUR_MS - LEADER_MS && first >= durationMs
        ? [timeCodeHint(first, offsetMs, pointer)]
        : []),
    ],
  };
}

function timeCodeHint(firstMs: number, offsetMs: number, pointer: string): string {
  const hours = Math.floor((firstMs + LEADER_MS) / HOUR_MS);
  const offset = (offsetMs - hours * HOUR_MS) / 1000;
  return `The first cue of ${pointer} begins at ${formatTimestamp(firstMs, '.')}: if the time code of the file starts at ${hours} h, set "offset" in the settings of the captions to ${offset}.`;
}

function shifted(cue: CaptionCue, byMs: number): CaptionCue {
  if (byMs === 0) return cue;
  const words = cue.words?.map((word) => ({
    ...word,
    startMs: word.startMs + byMs,
    endMs: word.endMs + byMs,
  }));
  return { ...cue, startMs: cue.startMs + byMs, endMs: cue.endMs + byMs, words: words ?? null };
}
