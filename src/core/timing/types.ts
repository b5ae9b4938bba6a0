/** A written word and when it is said, in integer milliseconds from the start of the clip (or the video). */
export interface TimedWord {
  /** As written, punctuation included. */
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  /** 0 to 1, or null when the method has no measure of it. */
  readonly confidence: number | null;
  /** Which cue of a caption file it is of, where the words come from one; no page holds words of two. */
  readonly cue?: number;
  /** Which line of its cue it stands in, from 0. */
  readonly line?: number;
  /** Whether a space stands before it on a line; when missing, as its script has it. */
  readonly space?: boolean;
  /** Which clip or speaker says it; no page holds words of two. When missing, 0. */
  readonly track?: number;
}

export const TIMING_METHODS = ['given', 'aligned', 'approximate', 'recognized'] as const;
export type TimingMethod = (typeof TIMING_METHODS)[number];

export interface WordTiming {
  readonly words: readonly TimedWord[];
  readonly method: TimingMethod;
  /** Sentences for the person who reads the job. */
  readonly warnings: readonly string[];
}
