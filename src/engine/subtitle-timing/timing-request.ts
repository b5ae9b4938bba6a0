/** Speech whose words are to be timed. */
export interface TimingRequest {
  /** Mono at 16 kHz, -1 to 1. */
  readonly samples: Float32Array;
  /** The script. Null: the words are recognized. */
  readonly text: string | null;
  /** BCP 47, or `auto`. */
  readonly language: string;
  /** The element that errors and warnings name. */
  readonly pointer: string;
  readonly signal: AbortSignal;
}

/** Stands for the element in cached warnings: the next job may have the same sound elsewhere. */
export const ELEMENT = '\uFFFF';
