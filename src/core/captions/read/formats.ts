import type { FileRead } from '../cues/caption-cue.js';
import { looseTiming } from './cue-time.js';
import { readAss } from './read-ass.js';
import { isLrcLine, readLrc } from './read-lrc.js';
import { readSbv, sbvTiming } from './read-sbv.js';
import { readSrt } from './read-srt.js';
import { isTtml, readTtml } from './read-ttml.js';
import { readVtt } from './read-vtt.js';

/** A kind of caption file: how it is told, and how it is read. */
export interface CaptionFormat {
  readonly name: string;
  /** @param lines of the file, without its byte order mark */
  readonly looksLike: (lines: readonly string[]) => boolean;
  /** Never throws: what it cannot read is passed over, and counted. Linear in its input. */
  readonly read: (lines: readonly string[]) => FileRead;
}

/** In the order in which they are tried; the last one takes what is left. */
export const CAPTION_FORMATS: readonly CaptionFormat[] = [
  {
    name: 'WebVTT',
    looksLike: (lines) => /^WEBVTT(\s|$)/.test(firstLine(lines)),
    read: readVtt,
  },
  { name: 'TTML', looksLike: isTtml, read: readTtml },
  {
    name: 'ASS',
    looksLike: (lines) =>
      lines.some((line) => /^\s*\[(script info|events)\]\s*$/i.test(line.slice(0, 80))),
    read: readAss,
  },
  { name: 'SBV', looksLike: (lines) => comesFirst(sbvTiming, lines), read: readSbv },
  { name: 'LRC', looksLike: (lines) => comesFirst(isLrcLine, lines), read: readLrc },
  { name: 'SubRip', looksLike: () => true, read: readSrt },
];

function firstLine(lines: readonly string[]): string {
  return (lines.find((line) => line.trim() !== '') ?? '').trim();
}

/** Whether a line of this kind comes before any times of SubRip. */
function comesFirst(isOne: (line: string) => unknown, lines: readonly string[]): boolean {
  const first = lines.find((line) => Boolean(isOne(line)) || looseTiming(line) !== null);
  return first !== undefined && Boolean(isOne(first));
}
