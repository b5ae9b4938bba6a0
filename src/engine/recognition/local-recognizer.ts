import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { languageTag } from '../../core/timing/readings/script-language.js';
import { wordTimesFromTokens } from '../../core/timing/word-times-from-tokens.js';
import { SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';
import { writtenWords } from '../../core/timing/written-words.js';
import { type RecognizedPart, RecognitionError, type Recognizer } from './recognizer.js';
import { detectModel } from './detect-model.js';
import { ModelError } from './model-error.js';
import type { ModelStore } from './model-store.js';
import { RecognitionChild } from './recognition-child.js';

/** More threads than this make the models no faster. */
const MAX_THREADS = 4;

export interface LocalRecognizerOptions {
  readonly store: ModelStore;
  /** Longest wait for one part of speech. */
  readonly timeoutMs: number;
  /** The process to run, where it is not the one beside this file. */
  readonly program?: URL;
}

/** Recognition by a model on this machine, in a process of its own. */
export class LocalRecognizer implements Recognizer {
  readonly engine = 'local';
  /** Whisper's window is 30 s, and the other models were trained on sentences. */
  readonly longestPartMs = 28_000;
  private child: RecognitionChild | null = null;

  /** What others are told of it; the path of its folder is the operator's matter. */
  readonly model: string;

  /** @param nameOrPath name in the catalogue, or path of a folder */
  constructor(
    private readonly nameOrPath: string,
    private readonly options: LocalRecognizerOptions,
  ) {
    this.model = basename(nameOrPath);
  }

  async revision(): Promise<string> {
    return `local ${await asRecognitionError(this.options.store.revisionOf(this.nameOrPath))}`;
  }

  async recognize(
    samples: Float32Array,
    language: string,
    signal: AbortSignal,
  ): Promise<RecognizedPart> {
    this.child ??= await asRecognitionError(this.load(signal));
    const heard = await this.child.recognize({ samples, language }, signal);
    const tag = heard.language === null ? language : languageTag(heard.language);
    const durationMs = (samples.length / SPEECH_SAMPLE_RATE) * 1000;
    const words = wordTimesFromTokens(writtenWords(heard.text, tag), heard.tokens, durationMs);
    return { text: heard.text, language: heard.language, words };
  }

  async close(): Promise<void> {
    this.child?.close();
  }

  /** Fetches the model when it is not there yet. */
  private async load(signal: AbortSignal): Promise<RecognitionChild> {
    const { store, timeoutMs, program } = this.options;
    const folder = await store.folderOf(this.nameOrPath, { signal });
    const engine = {
      model: await detectModel(folder),
      voiceActivity: await store.voiceActivityModel(folder),
      threads: Math.min(MAX_THREADS, availableParallelism()),
    };
    // Another job may have been faster.
    return this.child ?? new RecognitionChild(engine, timeoutMs, program);
  }
}

async function asRecognitionError<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ModelError) {
      throw new RecognitionError(error.message, { cause: error.cause });
    }
    throw error;
  }
}
