import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { languageTag } from '../../core/timing/readings/script-language.js';
import { wordTimesFromTokens } from '../../core/timing/word-times-from-tokens.js';
import { SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';
import { writtenWords } from '../../core/timing/written-words.js';
import { JobFailure } from '../../core/job/job-failure.js';
import {
  type Preparation,
  type RecognizedPart,
  RecognitionError,
  type Recognizer,
} from './recognizer.js';
import { detectModel } from './detect-model.js';
import { FetchPause } from './fetch-pause.js';
import { ModelError, ModelStorageFull } from './model-error.js';
import type { ModelStore } from './model-store.js';
import { RecognitionChild } from './recognition-child.js';

/** Models do not run faster with more threads. */
const MAX_THREADS = 4;

/** The progress of a fetch whose files are complete, but not checked yet. */
const ALMOST = 0.99;

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
  private child: RecognitionChild | null = null;

  private readonly pause: FetchPause;

  /** The path of its folder is private to the operator. */
  readonly model: string;

  /** @param nameOrPath name in the catalog, or path of a folder */
  constructor(
    private readonly nameOrPath: string,
    private readonly options: LocalRecognizerOptions,
  ) {
    this.model = basename(nameOrPath);
    this.pause = new FetchPause(options.now);
  }

  async revision(): Promise<string> {
    return `local ${await asRecognitionError(this.options.store.revisionOf(this.nameOrPath))}`;
  }

  async recognize(
    samples: Float32Array,
    language: string,
    signal: AbortSignal,
  ): Promise<RecognizedPart> {
    const child = await this.loaded({ signal });
    const result = await child.run({ samples, language }, signal);
    const tag = result.language === null ? language : languageTag(result.language);
    const durationMs = (samples.length / SPEECH_SAMPLE_RATE) * 1000;
    const words = wordTimesFromTokens(writtenWords(result.text, tag), result.tokens, durationMs);
    return { text: result.text, language: result.language, words };
  }

  async close(): Promise<void> {
    this.child?.close();
  }

  /** Installs the model if necessary. */
  async prepare(preparation: Preparation): Promise<void> {
    await this.loaded(preparation);
  }

  private async loaded(preparation: Preparation): Promise<RecognitionChild> {
    return (this.child ??= await asRecognitionError(this.load(preparation)));
  }

  private async load({ signal, onModel }: Preparation): Promise<RecognitionChild> {
    const { store, timeoutMs, program } = this.options;
    let isFetched = false;
    const onProgress = (done: number, total: number) => {
      isFetched = true;
      onModel?.(Math.min(ALMOST, done / total));
    };
    const install = () => store.folderOf(this.nameOrPath, { signal, onProgress });
    // An operator may have installed it during the pause.
    const isInstalled = await store.isInstalled(this.nameOrPath);
    const folder = await (isInstalled ? install() : this.pause.run(install));
    if (isFetched) onModel?.(1);
    const engine = {
      model: await detectModel(folder),
      voiceActivity: await store.voiceActivityModel(folder),
      threads: Math.min(MAX_THREADS, availableParallelism()),
    };
    // Another job may have loaded it meanwhile.
    return this.child ?? new RecognitionChild(engine, timeoutMs, program);
  }
}

async function asRecognitionError<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ModelStorageFull) {
      throw new JobFailure('STORAGE_FULL', error.message, null, { cause: error });
    }
    if (error instanceof ModelError) {
      throw new RecognitionError(error.message, { cause: error.cause });
    }
    throw error;
  }
}
