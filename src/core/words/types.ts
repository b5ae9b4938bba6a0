import type { GivenWord } from '../project/types/index.js';

/** A word as a tool wrote it, before missing parts are filled in. */
export interface RawWord {
  /** Includes the spaces around the word, which show where words start. */
  readonly text: string;
  /** In milliseconds, possibly with a fraction; null when unknown. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Null when unknown. */
  readonly speaker: string | null;
  readonly space?: boolean;
}

/** Words that belong together in a document: a sentence, a speaker's turn, or all words. */
export interface RawSegment {
  readonly words: readonly RawWord[];
  /** The same words as a text with punctuation, which the words may lack; null when there is none. */
  readonly text: string | null;
}

/** A sentence with times, from a document without word times. */
export interface RawCue {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
}

/** The words or sentences in the JSON of a speech tool, or why it cannot be used. */
export type WordJson =
  | { readonly words: readonly GivenWord[]; readonly notes: readonly string[] }
  | { readonly cues: readonly RawCue[]; readonly notes: readonly string[] }
  /** A sentence that describes the problem. */
  | { readonly problem: string };

/** The largest number of words: about two hours of speech. */
export const MAX_WORDS = 20_000;
