import type { FileRead } from '../cues/caption-cue.js';
import { readMarkup } from './cue-markup.js';
import { looseTiming } from './cue-time.js';
import { readTimedBlocks } from './timed-blocks.js';

/**
 * Reads SubRip as it is found: with or without numbers and blank lines, with dots for commas, with
 * positions after the times, HTML tags and override blocks in the text. Each line with two times
 * begins a cue. The lines that Whisper prints, `[00:00.000 --> 00:02.000] text`, are read too.
 */
export function readSrt(lines: readonly string[]): FileRead {
  return readTimedBlocks(lines, {
    timing: looseTiming,
    blankLinesInText: true,
    namedCues: false,
    textAfterTimes: true,
    isBlank: (line) => line.trim() === '',
    read: readMarkup,
  });
}
