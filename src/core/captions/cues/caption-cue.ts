import type { GivenWord } from '../../project/types/index.js';

/** A cue of a caption file: a text and when it shows, in integer milliseconds. */
export interface CaptionCue {
  readonly startMs: number;
  readonly endMs: number;
  /** Plain text on one line: without tags, entities and line breaks. */
  readonly text: string;
  /** The same text, in the lines its author gave it; none is empty. */
  readonly lines: readonly string[];
  /** Its words with times, where the file has times for parts of it; else null. */
  readonly words: readonly GivenWord[] | null;
}

/** A cue as a format's reader finds it. */
export interface RawCue {
  readonly startMs: number;
  readonly endMs: number;
  /** Its lines, as pieces of text; a piece begins at its time, or with its cue where it has none. */
  readonly lines: readonly (readonly CuePiece[])[];
  /** Which of several files that were joined it is of; 0 where there is one. */
  readonly section?: number;
}

export interface CuePiece {
  readonly text: string;
  /** Null: the file says nothing of this piece. */
  readonly startMs: number | null;
  /** When it ends, where the file says so; else it lasts until the next piece. */
  readonly endMs?: number;
  /** How the file sets it off from the rest, as it may the word being said; only good for comparing. */
  readonly look?: string;
}

/** A place of a caption file that holds something, but nothing that can be read. */
export interface LeftOut {
  /** The line of the file, from 1. */
  readonly line: number;
  /** What is wrong there. */
  readonly why: 'time' | 'text';
}

/** What a format's reader makes of a file. */
export interface FileRead {
  /** In the order of the file. */
  readonly cues: readonly RawCue[];
  readonly left: readonly LeftOut[];
  /** Sentences on what was guessed. */
  readonly notes?: readonly string[];
}

/** More cues than a day of talk has. */
export const MOST_CUES = 20_000;
/** Longest text of one cue; what is beyond it is left out. */
export const LONGEST_CUE_TEXT = 4000;
