import {
  type SpeakOptions,
  type SpeechEngine,
  type SpeechRequest,
  type SpokenAnswer,
} from './speech-engine.js';
import { requireSound } from './require-sound.js';
import { type Endpoint, postForSound } from './post-for-sound.js';

export interface OpenAiEngineSettings extends Endpoint {
  /** The base URL, such as `http://127.0.0.1:8880/v1`. */
  readonly url: string;
  readonly model: string | null;
  readonly models: readonly string[];
  readonly voice: string | null;
  readonly format: 'wav' | 'mp3' | 'opus' | 'flac' | 'aac';
  readonly isFree: boolean;
  readonly atOnce: number;
}

const DEFAULT_MODEL = 'tts-1';
const DEFAULT_VOICE = 'alloy';
/** Models that are told how to speak in words, and accept a speed without an effect. */
const WITHOUT_SPEED = /^gpt-4o/;

/** Speaks with an endpoint that implements OpenAI's `POST /audio/speech`, as many local servers do. */
export class OpenAiEngine implements SpeechEngine {
  readonly kind = 'openai';
  readonly problem = null;
  readonly hasPitch = false;
  readonly name: string;
  readonly model: string;
  readonly models: readonly string[];
  readonly voice: string;
  readonly isFree: boolean;
  readonly atOnce: number;

  constructor(private readonly settings: OpenAiEngineSettings) {
    const { name, model, models, voice, isFree, atOnce } = settings;
    this.name = name;
    this.model = model ?? DEFAULT_MODEL;
    this.models = models;
    this.voice = voice ?? DEFAULT_VOICE;
    this.isFree = isFree;
    this.atOnce = atOnce;
  }

  speeds(model: string | null) {
    return WITHOUT_SPEED.test(model ?? this.model) ? null : { min: 0.25, max: 4 };
  }

  async revision(): Promise<string> {
    return `openai ${this.settings.url} ${this.settings.format}`;
  }

  async speak(request: SpeechRequest, { signal }: SpeakOptions): Promise<SpokenAnswer> {
    const { url, apiKey, format } = this.settings;
    const { text, model, voice, speed } = request;
    const body = {
      model: model ?? this.model,
      input: text,
      voice: voice ?? this.voice,
      response_format: format,
      ...(speed === 1 ? {} : { speed }),
    };
    const response = await postForSound(
      this.settings,
      {
        url: `${url.replace(/\/+$/, '')}/audio/speech`,
        headers: {
          'content-type': 'application/json',
          ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
        },
        body: Buffer.from(JSON.stringify(body)),
      },
      signal,
    );
    return { bytes: requireSound(response, this.name), times: null };
  }

  /** Connections end with each request. */
  async close(): Promise<void> {}
}
