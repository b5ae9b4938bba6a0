import type { GivenWord } from '../../core/project/types/index.js';

/** The transcript of one part of speech. */
export interface RecognizedPart {
  readonly text: string;
  /** BCP 47 or the name of the language, as the engine reports it; null when it does not. */
  readonly language: string | null;
  /** The word times of the engine; empty when it has none. */
  readonly words: readonly GivenWord[];
}

/** How to prepare a recognizer. */
export interface Preparation {
  readonly signal: AbortSignal;
  /**
   * Called while a model is fetched, with the finished part, 0 to 1. It is 1 once, when the model is installed.
   */
  readonly onModel?: ((fraction: number) => void) | undefined;
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
   * Gets what recognition needs on this machine.
   *
   * @throws RecognitionError when the model cannot be used
   * @throws JobFailure STORAGE_FULL when the disk has no room for the model
   */
  prepare(preparation: Preparation): Promise<void>;
  /**
   * @param samples mono at 16 kHz
   * @param language BCP 47, or `auto`
   * @throws RecognitionError when the engine cannot be used
   */
  recognize(samples: Float32Array, language: string, signal: AbortSignal): Promise<RecognizedPart>;
  close(): Promise<void>;
}

/** Recognizers of which one is chosen by the language of the speech. */
export interface RecognizerChoice {
  readonly engine: 'local';
  /** The name of the setting. */
  readonly model: string;
  /** @param language BCP 47, or `auto` */
  choose(language: string): Promise<Recognizer>;
  close(): Promise<void>;
}

/** A recognition engine failed. The message is for the client and contains no address or key. */
export class RecognitionError extends Error {}
