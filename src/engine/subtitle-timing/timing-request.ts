import type { Preparation } from '../recognition/recognizer.js';

/** The speech to find word times for. */
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
  /** As in {@link Preparation}. */
  readonly onModel?: Preparation['onModel'];
}

/** A placeholder for the element in cached warnings, because another job may use the same sound in another element. */
export const ELEMENT = '\uFFFF';
