import type { GivenWord } from '../../core/project/types/index.js';

/** The transcript of one part of speech. */
export interface RecognizedPart {
  readonly text: string;
  /** BCP 47 or the name of the language, as the engine reports it; null when it does not. */
  readonly language: string | null;
  /** The word times of the engine; empty when it has none. */
  readonly words: readonly GivenWord[];
}

/** Turns speech into text. */
export interface Recognizer {
  readonly engine: 'http' | 'local';
  /** The name of the model. */
  readonly model: string;
  /** The longest sound that the engine takes at once. */
  readonly longestPartMs: number;
  /**
   * Identifies everything that the text depends on, apart from the sound.
   *
   * @throws RecognitionError when the engine cannot be used
   */
  revision(): Promise<string>;
  /**
   * @param samples mono at 16 kHz
   * @param language BCP 47, or `auto`
   * @throws RecognitionError when the engine cannot be used
   */
  recognize(samples: Float32Array, language: string, signal: AbortSignal): Promise<RecognizedPart>;
  close(): Promise<void>;
}

/** A recognition engine failed. The message is for the client and contains no address or key. */
export class RecognitionError extends Error {}
