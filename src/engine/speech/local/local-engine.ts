import { availableParallelism } from 'node:os';
import { encodeWav } from '../../media/sound/encode-wav.js';
import { LocalModel } from '../../models/local-model.js';
import { ModelChild } from '../../models/model-child.js';
import type { ModelStore } from '../../models/model-store.js';
import { isSherpaInstalled, SHERPA_PACKAGE } from '../../models/sherpa.js';
import {
  type SpeakOptions,
  type SpeechEngine,
  SpeechError,
  type SpeechRequest,
  type SpokenAnswer,
} from '../engines/speech-engine.js';
import { detectVoiceModel } from './detect-voice-model.js';
import type { SentenceToSpeak, SpokenSamples } from './speech-process.js';

type SpeechChild = ModelChild<SentenceToSpeak, SpokenSamples>;

/** The built program; its source cannot run on its own. */
const PROGRAM = new URL('./speech-process.js', import.meta.url);
/** Models do not run faster with more threads. */
const MAX_THREADS = 4;
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
  private readonly local: LocalModel<SpeechChild>;

  constructor(private readonly settings: LocalEngineSettings) {
    const { name, model, voice, isFree, store } = settings;
    const errorOf = (problem: string, more: ErrorOptions) => new SpeechError(problem, more);
    this.local = new LocalModel(model, { store, errorOf });
    this.name = name;
    this.model = this.local.name;
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
    return `local ${await this.local.revision()}`;
  }

  async speak({ text, voice, speed }: SpeechRequest, options: SpeakOptions): Promise<SpokenAnswer> {
    const number = voice === null ? '0' : voice.trim();
    if (!/^\d{1,4}$/.test(number)) {
      throw new SpeechError(
        `The voices of the voice engine ${this.name} are numbers from 0. The operator gives them names in VIDEOCRAFT_VOICES_FILE.`,
      );
    }
    const child = await this.local.load(options, (folder) => this.open(folder));
    const sentence = { text, speaker: Number(number), speed };
    const { samples, sampleRate } = await child.run(sentence, options.signal);
    return { bytes: encodeWav(samples, sampleRate), times: null };
  }

  async close(): Promise<void> {
    this.local.loaded?.close();
  }

  private async open(folder: string): Promise<SpeechChild> {
    const { name, timeoutMs, program = PROGRAM } = this.settings;
    const { config } = await detectVoiceModel(folder);
    return new ModelChild({
      program,
      options: { model: config, threads: Math.min(MAX_THREADS, availableParallelism()) },
      timeoutMs,
      errorOf: (problem) => new SpeechError(problem),
      unusable: `The model of the voice engine ${name} cannot be used.`,
      slow: `The model of the voice engine ${name} takes too long.`,
    });
  }
}
