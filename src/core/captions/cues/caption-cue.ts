import type { GivenWord } from '../../project/types/index.js';

/** A cue of a caption file: a text and the time during which it is shown, in integer milliseconds. */
export interface CaptionCue {
  readonly startMs: number;
  readonly endMs: number;
  /** Plain text on one line, without tags, entities, and line breaks. */
  readonly text: string;
  /** The same text, in the lines of the file. No line is empty. */
  readonly lines: readonly string[];
  /** The words with their times if the file has times for parts of the cue; otherwise null. */
  readonly words: readonly GivenWord[] | null;
}

/** A cue as the reader of a format returns it, before cues are compared with each other. */
export interface ParsedCue {
  readonly startMs: number;
  readonly endMs: number;
  /** The lines, each as pieces of text. A piece without a time starts with the piece before it. */
  readonly lines: readonly (readonly CuePiece[])[];
  /** The index of the joined file that contains the cue; 0 if nothing was joined. */
  readonly section?: number;
}

export interface CuePiece {
  readonly text: string;
  /** Null if the file has no time for this piece. */
  readonly startMs: number | null;
  /** The end if the file has one. Otherwise, the piece lasts until the next piece. */
  readonly endMs?: number;
  /** The markup that sets the piece apart, as a highlighted word. Use it for comparisons only. */
  readonly look?: string;
}

/** A part of a caption file that has content, but cannot be read as a cue. */
export interface SkippedPart {
  /** The line of the file, starting at 1. */
  readonly line: number;
  /** `time`: the times cannot be read. `text`: the text does not belong to a cue. */
  readonly reason: 'time' | 'text';
}

/** What the reader of a format returns. */
export interface ParsedCaptionFile {
  /** In the order of the file. */
  readonly cues: readonly ParsedCue[];
  readonly skipped: readonly SkippedPart[];
  /** Sentences about what was guessed. */
  readonly warnings?: readonly string[];
}

/** More cues than a day of speech has. */
export const MAX_CUES = 20_000;
/** Characters of a cue; the rest is dropped. */
export const MAX_CUE_LENGTH = 4000;
