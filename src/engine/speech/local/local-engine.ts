import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { JobFailure } from '../../../core/job/job-failure.js';
import { wavHeader } from '../../recognition/encode-wav.js';
import { FetchPause } from '../../recognition/fetch-pause.js';
import { ModelChild } from '../../recognition/model-child.js';
import { ModelError, ModelStorageFull } from '../../recognition/model-error.js';
import type { ModelStore } from '../../recognition/model-store.js';
import { isSherpaInstalled, SHERPA_PACKAGE } from '../../recognition/sherpa.js';
import {
  type SpeakOptions,
  type SpeechEngine,
  SpeechError,
  type SpeechRequest,
  type SpokenAnswer,
} from '../engines/speech-engine.js';
import { detectVoiceModel } from './detect-voice-model.js';
import type { SentenceToSpeak, SpokenSamples } from './speech-process.js';

/** The built program; its source cannot run on its own. */
const PROGRAM = new URL('./speech-process.js', import.meta.url);
/** Models do not run faster with more threads. */
const MAX_THREADS = 4;
/** The progress of a fetch whose files are complete, but not checked yet. */
const ALMOST = 0.99;

export interface LocalEngineSettings {
  readonly name: string;
  /** Name in the catalog, or path of a folder. */
  readonly model: string;
  /** The number of the voice. */
  readonly voice: string | null;
  readonly isFree: boolean;
  readonly store: ModelStore;
  readonly timeoutMs: number;
  readonly program?: URL;
}

/** Speaks with a model on this machine, in a child process. Its voices have numbers. */
export class LocalEngine implements SpeechEngine {
  readonly kind = 'local';
  readonly hasPitch = false;
  readonly models: readonly string[] = [];
  /** A model answers one sentence after another. */
  readonly atOnce = 1;
  readonly name: string;
  readonly model: string;
  readonly voice: string | null;
  readonly isFree: boolean;
  private readonly pause = new FetchPause();
  private child: ModelChild<SentenceToSpeak, SpokenSamples> | null = null;

  constructor(private readonly settings: LocalEngineSettings) {
    const { name, model, voice, isFree } = settings;
    this.name = name;
    // The path of its folder is private to the operator.
    this.model = basename(model);
    this.voice = voice;
    this.isFree = isFree;
  }

  get problem(): string | null {
    if (isSherpaInstalled()) return null;
    return `The package ${SHERPA_PACKAGE}, which runs the model of the voice engine ${this.name}, is not installed.`;
  }

  speeds() {
    return { min: 0.5, max: 2 };
  }

  async revision(): Promise<string> {
    const { store, model } = this.settings;
    return `local ${await this.asSpeechError(store.revisionOf(model))}`;
  }

  async speak({ text, voice, speed }: SpeechRequest, options: SpeakOptions): Promise<SpokenAnswer> {
    const number = voice === null ? '0' : voice.trim();
    if (!/^\d{1,4}$/.test(number)) {
      throw new SpeechError(
        `The voices of the voice engine ${this.name} are numbers from 0. The operator gives them names in VIDEOCRAFT_VOICES_FILE.`,
      );
    }
    const child = (this.child ??= await this.asSpeechError(this.load(options)));
    const sentence = { text, speaker: Number(number), speed };
    const { samples, sampleRate } = await child.run(sentence, options.signal);
    return { bytes: encode(samples, sampleRate), times: null };
  }

  async close(): Promise<void> {
    this.child?.close();
  }

  /** Installs the model if necessary. */
  private async load({
    signal,
    onModel,
  }: SpeakOptions): Promise<ModelChild<SentenceToSpeak, SpokenSamples>> {
    const { name, store, model, timeoutMs, program = PROGRAM } = this.settings;
    let isFetched = false;
    const onProgress = (done: number, total: number) => {
      isFetched = true;
      onModel?.(Math.min(ALMOST, done / total));
    };
    const install = () => store.folderOf(model, { signal, onProgress });
    const isInstalled = await store.isInstalled(model);
    const folder = await (isInstalled ? install() : this.pause.run(install));
    if (isFetched) onModel?.(1);
    const { config } = await detectVoiceModel(folder);
    const child = new ModelChild<SentenceToSpeak, SpokenSamples>({
      program,
      options: { model: config, threads: Math.min(MAX_THREADS, availableParallelism()) },
      timeoutMs,
      errorOf: (problem) => new SpeechError(problem),
      unusable: `The model of the voice engine ${name} cannot be used.`,
      slow: `The model of the voice engine ${name} takes too long.`,
    });
    // Another sentence may have loaded it meanwhile.
    return this.child ?? child;
  }

  private async asSpeechError<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (error instanceof ModelStorageFull) {
        throw new JobFailure('STORAGE_FULL', error.message, null, { cause: error });
      }
      if (error instanceof ModelError) {
        throw new SpeechError(error.message, { cause: error.cause });
      }
      throw error;
    }
  }
}

/** A 16-bit WAV file. */
function encode(samples: Float32Array, sampleRate: number): Buffer {
  const header = wavHeader(samples.length, sampleRate);
  const file = Buffer.alloc(header.length + samples.length * 2);
  header.copy(file);
  samples.forEach((sample, index) => {
    const value = Math.round(Math.max(-1, Math.min(1, sample)) * 32_767);
    file.writeInt16LE(value, header.length + index * 2);
  });
  return file;
}
