import type { ParsedCaptionFile } from '../cues/caption-cue.js';
import { readMarkup } from './cue-markup.js';
import { parseCueTime, parseLooseTiming, parseStrictTiming } from './cue-time.js';
import { isVttHeader } from './paragraph.js';
import { type LocatedCue, readTimedBlocks } from './timed-blocks.js';

/**
 * Reads WebVTT (W3C): of the blocks between blank lines, those with a line of times are cues. A time within
 * the text, `<00:00:01.000>`, is the start of the words after it. A file in which no time follows the standard
 * is read as SubRip with a WebVTT header. Joined files are read as one file.
 */
export function readVtt(lines: readonly string[]): ParsedCaptionFile {
  const isStrict = lines.some((line) => parseStrictTiming(line) !== null);
  const { cues, skipped } = readTimedBlocks(lines, {
    parseTiming: isStrict ? parseStrictTiming : parseLooseTiming,
    allowsBlankLines: false,
    allowsCueNames: true,
    allowsTextAfterTimes: !isStrict,
    // A line of spaces does not end the text: automatic captions have one above their text.
    isBlank: (line) => line === '',
    readText: readMarkup,
  });
  return { skipped, ...joinSections(cues, findSections(lines)) };
}

/** One of several joined files. */
interface Section {
  /** The index of its header line. */
  readonly at: number;
  /** The offset of its times on the clock of the original stream; null if the header has none. */
  readonly clockMs: number | null;
}

function findSections(lines: readonly string[]): Section[] {
  const sections: Section[] = [];
  for (const [at, line] of lines.entries()) {
    if (isVttHeader(line)) sections.push({ at, clockMs: streamClock(lines.slice(at + 1, at + 6)) });
  }
  return sections;
}

/**
 * Parses `X-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000` (RFC 8216, 3.5), which maps ticks of 90 kHz to a
 * local time.
 */
function streamClock(header: readonly string[]): number | null {
  const map = header.find((line) => line.startsWith('X-TIMESTAMP-MAP='))?.slice(0, 200);
  const ticks = /MPEGTS:(\d{1,11})/.exec(map ?? '')?.[1];
  if (ticks === undefined) return null;
  const local = parseCueTime(/LOCAL:([\d:.]{1,20})/.exec(map!)?.[1] ?? '') ?? 0;
  return Math.round(Number(ticks) / 90) - local;
}

/** Converts the times of all cues to the clock of the first section. */
function joinSections(
  cues: readonly LocatedCue[],
  sections: readonly Section[],
): Pick<ParsedCaptionFile, 'cues' | 'warnings'> {
  if (sections.length < 2) return { cues };
  const origin = sections[0]!.clockMs;
  const latestMs: number[] = [];
  let section = 0;
  const joined = cues.map((cue) => {
    while ((sections[section + 1]?.at ?? Infinity) < cue.at) section++;
    const clock = sections[section]!.clockMs;
    const byMs = origin === null || clock === null ? 0 : clock - origin;
    latestMs[section] = Math.max(latestMs[section] ?? 0, cue.startMs + byMs);
    return shiftCue(cue, byMs, section);
  });
  const latest = latestMs.filter((ms) => ms !== undefined);
  const goesBack = latest.some((ms, index) => index > 0 && ms < latest[index - 1]!);
  if (!goesBack) return { cues: joined };
  return {
    cues: joined,
    warnings: [
      `The captions consist of ${sections.length} joined WebVTT files, and the times of a later file start before those of an earlier file. Some cues might appear too early.`,
    ],
  };
}

function shiftCue(cue: LocatedCue, byMs: number, section: number): LocatedCue {
  if (byMs === 0) return { ...cue, section };
  const shift = (ms: number) => Math.max(0, ms + byMs);
  return {
    ...cue,
    section,
    startMs: shift(cue.startMs),
    endMs: shift(cue.endMs),
    lines: cue.lines.map((line) =>
      line.map((piece) => ({
        ...piece,
        startMs: piece.startMs === null ? null : shift(piece.startMs),
      })),
    ),
  };
}
