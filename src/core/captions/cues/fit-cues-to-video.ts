import { formatTimestamp } from '../../time/timestamp.js';
import type { CaptionCue } from './caption-cue.js';
import { removeOverlaps } from './remove-overlaps.js';

const HOUR_MS = 3_600_000;
/** Some files start a few seconds before the full hour of their time code. */
const LEADER_MS = 60_000;

export interface FittedCues {
  /** In order and without overlaps. All of them end within the video. */
  readonly cues: CaptionCue[];
  /** Sentences about cues that are not shown. */
  readonly warnings: readonly string[];
}

interface FitOptions {
  readonly offsetMs: number;
  readonly durationMs: number;
  /** What the duration belongs to, for warnings. */
  readonly within: 'video' | 'scene';
  /** JSON pointer of the captions in the config. */
  readonly pointer: string;
}

/**
 * Shifts cues and keeps those that are visible during the video. If the time code of a file starts at a full
 * hour, a warning suggests the offset.
 */
export function fitCuesToVideo(
  cues: readonly CaptionCue[],
  { offsetMs, durationMs, within, pointer }: FitOptions,
): FittedCues {
  const all = cues.map((cue) => shiftCue(cue, offsetMs));
  const late = all.filter(({ startMs }) => startMs >= durationMs).length;
  const early = all.filter(({ endMs }) => endMs <= 0).length;
  const visible = all.filter(({ startMs, endMs }) => startMs < durationMs && endMs > 0);
  const words = visible.flatMap((cue) => cue.words ?? []);
  const lateWords = words.filter(({ startMs }) => startMs >= durationMs).length;
  const warnings: string[] = [];
  const place = `after the end of the ${within}`;
  if (late > 0) warnings.push(hiddenWarning(late, 'cue', pointer, place));
  if (lateWords > 0) warnings.push(hiddenWarning(lateWords, 'word', pointer, place));
  if (early > 0) warnings.push(earlyWarning(early, pointer, within));
  const first = all[0]?.startMs ?? 0;
  if (first >= HOUR_MS - LEADER_MS && first >= durationMs) {
    warnings.push(timeCodeHint(first, offsetMs, pointer));
  }
  return {
    cues: removeOverlaps(visible).map((cue) => ({
      ...cue,
      endMs: Math.min(cue.endMs, durationMs),
      words: cue.words && cue.words.filter(({ startMs }) => startMs < durationMs),
    })),
    warnings,
  };
}

function hiddenWarning(count: number, noun: string, pointer: string, place: string): string {
  return count === 1
    ? `1 ${noun} in ${pointer} starts ${place} and is not shown.`
    : `${count} ${noun}s in ${pointer} start ${place} and are not shown.`;
}

function earlyWarning(count: number, pointer: string, within: string): string {
  return count === 1
    ? `1 cue in ${pointer} ends before the ${within} starts and is not shown.`
    : `${count} cues in ${pointer} end before the ${within} starts and are not shown.`;
}

function timeCodeHint(firstMs: number, offsetMs: number, pointer: string): string {
  const hours = Math.floor((firstMs + LEADER_MS) / HOUR_MS);
  const offset = (offsetMs - hours * HOUR_MS) / 1000;
  return `The first cue in ${pointer} starts at ${formatTimestamp(firstMs, '.')}. If the time code of the file starts at ${hours} h, set "offset" in the caption settings to ${offset}.`;
}

function shiftCue(cue: CaptionCue, byMs: number): CaptionCue {
  if (byMs === 0) return cue;
  const words = cue.words?.map((word) => ({
    ...word,
    startMs: word.startMs + byMs,
    endMs: word.endMs + byMs,
  }));
  return { ...cue, startMs: cue.startMs + byMs, endMs: cue.endMs + byMs, words: words ?? null };
}
