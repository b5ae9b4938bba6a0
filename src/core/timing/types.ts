/** An interval in milliseconds; the end is exclusive. */
export interface TimeInterval {
  readonly startMs: number;
  readonly endMs: number;
}

/** A written word with its times, in whole milliseconds from the start of the clip or the video. */
export interface TimedWord {
  /** As written, including punctuation. */
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  /** From 0 to 1; null when the method does not measure it. */
  readonly confidence: number | null;
  /** Index of the cue in the caption file that the word comes from; no page holds words of two cues. */
  readonly cue?: number;
  /** Index of the line in its cue, from 0. */
  readonly line?: number;
  /** Whether a space precedes the word on a line; when missing, the script of its letters decides. */
  readonly space?: boolean;
  /** Index of the clip or speaker that says the word; 0 when missing. No page holds words of two tracks. */
  readonly track?: number;
}

export const TIMING_METHODS = ['given', 'aligned', 'approximate', 'recognized'] as const;
export type TimingMethod = (typeof TIMING_METHODS)[number];

export interface WordTiming {
  readonly words: readonly TimedWord[];
  readonly method: TimingMethod;
  /** Sentences for the client of the job. */
  readonly warnings: readonly string[];
}
