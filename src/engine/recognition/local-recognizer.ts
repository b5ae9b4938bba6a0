import { availableParallelism } from 'node:os';
import { languageTag } from '../../core/timing/readings/script-language.js';
import { wordTimesFromTokens } from '../../core/timing/word-times-from-tokens.js';
import { SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';
import { writtenWords } from '../../core/timing/written-words.js';
import {
  type Preparation,
  type RecognizedPart,
  RecognitionError,
  type Recognizer,
} from './recognizer.js';
import { detectModel } from './detect-model.js';
import { LocalModel } from '../models/local-model.js';
import type { ModelStore } from '../models/model-store.js';
import { RecognitionChild } from './recognition-child.js';

/** Models do not run faster with more threads. */
const MAX_THREADS = 4;

export interface LocalRecognizerOptions {
  readonly store: ModelStore;
  /** The longest time for one part of speech. */
  readonly timeoutMs: number;
  /** The program of the child process; by default the one beside this file. */
  readonly program?: URL;
  /** A clock in milliseconds, for the pause after a failed download; by default that of the process. */
  readonly now?: () => number;
}

/** Recognizes speech with a model on this machine, in a child process. */
export class LocalRecognizer implements Recognizer {
  readonly engine = 'local';
  /** Whisper's window is 30 s, and other models are trained on sentences. */
  readonly longestPartMs = 28_000;
  readonly model: string;
  private readonly local: LocalModel<RecognitionChild>;

  /** @param nameOrPath name in the catalog, or path of a folder */
  constructor(
    nameOrPath: string,
    private readonly options: LocalRecognizerOptions,
  ) {
    const { store, now } = options;
    const errorOf = (problem: string, more: ErrorOptions) => new RecognitionError(problem, more);
    this.local = new LocalModel(nameOrPath, { store, errorOf, now });
    this.model = this.local.name;
  }

  async revision(): Promise<string> {
    return `local ${await this.local.revision()}`;
  }

  async recognize(
    samples: Float32Array,
    language: string,
    signal: AbortSignal,
  ): Promise<RecognizedPart> {
    const child = await this.child({ signal });
    const result = await child.run({ samples, language }, signal);
    const tag = result.language === null ? language : languageTag(result.language);
    const durationMs = (samples.length / SPEECH_SAMPLE_RATE) * 1000;
    const words = wordTimesFromTokens(writtenWords(result.text, tag), result.tokens, durationMs);
    return { text: result.text, language: result.language, words };
  }

  async close(): Promise<void> {
    this.local.loaded?.close();
  }

  /** Installs the model if necessary. */
  async prepare(preparation: Preparation): Promise<void> {
    await this.child(preparation);
  }

  private child(preparation: Preparation): Promise<RecognitionChild> {
    const { store, timeoutMs, program } = this.options;
    return this.local.load(preparation, async (folder) => {
      const engine = {
        model: await detectModel(folder),
        voiceActivity: await store.voiceActivityModel(folder),
        threads: Math.min(MAX_THREADS, availableParallelism()),
      };
      return new RecognitionChild(engine, timeoutMs, program);
    });
  }
}
