import type { ParsedCaptionFile } from '../cues/caption-cue.js';
import { readMarkup } from './cue-markup.js';
import { type CueTimes, parseCueTime } from './cue-time.js';
import { readTimedBlocks } from './timed-blocks.js';

const TIMES =
  /^\s*(\d{1,6}:\d{1,2}:\d{1,2}[.,]\d{1,3})\s*,\s*(\d{1,6}:\d{1,2}:\d{1,2}[.,]\d{1,3})\s*$/;

/** Parses `start,end` as SubViewer writes it; null if the line has another form. */
export function parseSbvTiming(line: string): CueTimes | null {
  const match = line.length > 100 ? null : TIMES.exec(line);
  if (!match) return null;
  const startMs = parseCueTime(match[1]!);
  const endMs = parseCueTime(match[2]!);
  return startMs === null || endMs === null ? null : { startMs, endMs, rest: '' };
}

/** Reads SubViewer files: SBV, which YouTube exports, and SUB, which has `[br]` for line breaks. */
export function readSbv(lines: readonly string[]): ParsedCaptionFile {
  return readTimedBlocks(lines, {
    parseTiming: parseSbvTiming,
    allowsBlankLines: true,
    allowsCueNames: false,
    allowsTextAfterTimes: false,
    isBlank: (line) => line.trim() === '',
    readText: (text) => readMarkup(text.flatMap((line) => line.split(/\[br\]/i))),
  });
}
