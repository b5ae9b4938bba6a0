import type { ParsedCaptionFile } from '../cues/caption-cue.js';
import { readMarkup } from './cue-markup.js';
import { parseLooseTiming } from './cue-time.js';
import { readTimedBlocks } from './timed-blocks.js';

/**
 * Reads SubRip files, including common deviations: missing numbers and blank lines, dots instead of commas,
 * positions after the times, and HTML tags and override blocks in the text. Each line with two times starts a
 * cue. The lines that Whisper prints, `[00:00.000 --> 00:02.000] text`, are read too.
 */
export function readSrt(lines: readonly string[]): ParsedCaptionFile {
  return readTimedBlocks(lines, {
    parseTiming: parseLooseTiming,
    allowsBlankLines: true,
    allowsCueNames: false,
    allowsTextAfterTimes: true,
    isBlank: (line) => line.trim() === '',
    readText: readMarkup,
  });
}
