import type { GivenWord } from '../project/types.js';

/** A cue of a caption file: a text and when it shows, in integer milliseconds. */
export interface CaptionCue {
  readonly startMs: number;
  readonly endMs: number;
  /** Plain text: without tags, entities and line breaks. */
  readonly text: string;
  /** Its words with times, where the file has times for parts of it; else null. */
  readonly words: readonly GivenWord[] | null;
}

/** A cue as a format's reader finds it. */
export interface RawCue {
  readonly startMs: number;
  readonly endMs: number;
  /** Its lines, as pieces of text; a piece begins at its time, or with its cue where it has none. */
  readonly lines: readonly (readonly CuePiece[])[];
}

export interface CuePiece {
  readonly text: string;
  /** Null: the file says nothing of this piece. */
  readonly startMs: number | null;
}

/** More cues than a day of talk has. */
export const MOST_CUES = 20_000;
/** Longest text of one cue; what is beyond it is left out. */
export const LONGEST_CUE_TEXT = 4000;
