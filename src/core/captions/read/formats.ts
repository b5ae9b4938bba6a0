import type { ParsedCaptionFile } from '../cues/caption-cue.js';
import { parseLooseTiming } from './cue-time.js';
import { readAss } from './read-ass.js';
import { isLrcLine, readLrc } from './read-lrc.js';
import { parseSbvTiming, readSbv } from './read-sbv.js';
import { readSrt } from './read-srt.js';
import { isTtml, readTtml } from './read-ttml.js';
import { readVtt } from './read-vtt.js';

/** A caption file format: how to detect it and how to read it. */
export interface CaptionFormat {
  readonly name: string;
  /** @param lines the lines of the file, without a byte order mark */
  readonly matches: (lines: readonly string[]) => boolean;
  /** Never throws: parts that cannot be read are skipped and reported. Takes linear time. */
  readonly read: (lines: readonly string[]) => ParsedCaptionFile;
}

/** In the order in which they are tried. The last format accepts everything. */
export const CAPTION_FORMATS: readonly CaptionFormat[] = [
  {
    name: 'WebVTT',
    matches: (lines) => /^WEBVTT(\s|$)/.test(firstLine(lines)),
    read: readVtt,
  },
  { name: 'TTML', matches: isTtml, read: readTtml },
  {
    name: 'ASS',
    matches: (lines) =>
      lines.some((line) => /^\s*\[(script info|events)\]\s*$/i.test(line.slice(0, 80))),
    read: readAss,
  },
  { name: 'SBV', matches: (lines) => comesFirst(parseSbvTiming, lines), read: readSbv },
  { name: 'LRC', matches: (lines) => comesFirst(isLrcLine, lines), read: readLrc },
  { name: 'SubRip', matches: () => true, read: readSrt },
];

function firstLine(lines: readonly string[]): string {
  return (lines.find((line) => line.trim() !== '') ?? '').trim();
}

/** Whether a line that passes a test comes before any SubRip times. */
function comesFirst(test: (line: string) => unknown, lines: readonly string[]): boolean {
  const first = lines.find((line) => Boolean(test(line)) || parseLooseTiming(line) !== null);
  return first !== undefined && Boolean(test(first));
}
