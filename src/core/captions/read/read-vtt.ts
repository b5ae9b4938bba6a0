import type { FileRead } from '../cues/caption-cue.js';
import { readMarkup } from './cue-markup.js';
import { looseTiming, parseCueTime, strictTiming } from './cue-time.js';
import { isHeader } from './paragraph.js';
import { type PlacedCue, readTimedBlocks } from './timed-blocks.js';

/**
 * Reads WebVTT (W3C): blocks parted by blank lines, of which those with a line of times are cues. Times
 * within a text, `<00:00:01.000>`, are when its next words begin. A file none of whose times is written
 * as the standard has it is taken for SubRip under the header of WebVTT; several files that were joined
 * are read as one.
 */
export function readVtt(lines: readonly string[]): FileRead {
  const strict = lines.some((line) => strictTiming(line) !== null);
  const { cues, left } = readTimedBlocks(lines, {
    timing: strict ? strictTiming : looseTiming,
    blankLinesInText: false,
    namedCues: true,
    textAfterTimes: !strict,
    // A line of spaces does not end a text: automatic captions have them above theirs.
    isBlank: (line) => line === '',
    read: readMarkup,
  });
  return { left, ...joinSections(cues, sectionsOf(lines)) };
}

/** One of several files that were joined. */
interface Section {
  /** The line of its header. */
  readonly at: number;
  /** What is added to its times, by the clock of the stream it was cut from; null: it names none. */
  readonly clockMs: number | null;
}

function sectionsOf(lines: readonly string[]): Section[] {
  const sections: Section[] = [];
  for (const [at, line] of lines.entries()) {
    if (isHeader(line)) sections.push({ at, clockMs: streamClock(lines.slice(at + 1, at + 6)) });
  }
  return sections;
}

/** `X-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000` (RFC 8216, 3.5): ticks of 90 kHz for a local time. */
function streamClock(header: readonly string[]): number | null {
  const map = header.find((line) => line.startsWith('X-TIMESTAMP-MAP='))?.slice(0, 200);
  const ticks = /MPEGTS:(\d{1,11})/.exec(map ?? '')?.[1];
  if (ticks === undefined) return null;
  const local = parseCueTime(/LOCAL:([\d:.]{1,20})/.exec(map!)?.[1] ?? '') ?? 0;
  return Math.round(Number(ticks) / 90) - local;
}

/** Cues by one clock: that of the first section. */
function joinSections(
  cues: readonly PlacedCue[],
  sections: readonly Section[],
): Pick<FileRead, 'cues' | 'notes'> {
  if (sections.length < 2) return { cues };
  const origin = sections[0]!.clockMs;
  const latest: number[] = [];
  let own = 0;
  const joined = cues.map((cue) => {
    while ((sections[own + 1]?.at ?? Infinity) < cue.at) own++;
    const clock = sections[own]!.clockMs;
    const byMs = origin === null || clock === null ? 0 : clock - origin;
    latest[own] = Math.max(latest[own] ?? 0, cue.startMs + byMs);
    return shifted(cue, byMs, own);
  });
  const known = latest.filter((ms) => ms !== undefined);
  const restarts = known.some((ms, index) => index > 0 && ms < known[index - 1]!);
  if (!restarts) return { cues: joined };
  return {
    cues: joined,
    notes: [
      `The captions are ${sections.length} WebVTT files joined, and the times of a later one begin before those of an earlier one: their cues may show too early.`,
    ],
  };
}

function shifted(cue: PlacedCue, byMs: number, section: number): PlacedCue {
  if (byMs === 0) return { ...cue, section };
  const at = (ms: number) => Math.max(0, ms + byMs);
  return {
    ...cue,
    section,
    startMs: at(cue.startMs),
    endMs: at(cue.endMs),
    lines: cue.lines.map((line) =>
      line.map((piece) => ({
        ...piece,
        startMs: piece.startMs === null ? null : at(piece.startMs),
      })),
    ),
  };
}
