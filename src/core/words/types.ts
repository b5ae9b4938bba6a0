import type { GivenWord } from '../project/types/index.js';

/** A word as a tool wrote it, before anything is made of what is missing. */
export interface RawWord {
  /** With the blanks around it, which say where words begin. */
  readonly text: string;
  /** Milliseconds, perhaps with a fraction; null: not told. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Null: not told. */
  readonly speaker: string | null;
  readonly space?: boolean;
}

/** Words that belong together in a document: a sentence, a speaker's turn, or all of them. */
export interface RawSegment {
  readonly words: readonly RawWord[];
  /** The same as a text with punctuation, where the words may lack it. */
  readonly text: string | null;
}

/** A sentence with times, of a document that has none for words. */
export interface RawCue {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
}

/** What a JSON document of a speech tool says. */
export type WordJson =
  | { readonly words: readonly GivenWord[]; readonly notes: readonly string[] }
  | { readonly cues: readonly RawCue[]; readonly notes: readonly string[] }
  /** A sentence that says what is wrong. */
  | { readonly problem: string };

/** More words than a day of talk has. */
export const MAX_WORDS = 20_000;
