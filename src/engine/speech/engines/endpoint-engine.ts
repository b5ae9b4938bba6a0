import type {
  EngineKind,
  SpeakOptions,
  SpeechEngine,
  SpeechRequest,
  SpokenAnswer,
} from './speech-engine.js';
import { type Endpoint, postForSound, type SoundResponse } from './post-for-sound.js';

/** What the operator says of an engine with an endpoint. */
export interface EndpointEngineSettings extends Endpoint {
  /** The base URL, without a slash at its end. */
  readonly url: string;
  /** Null: the usual one of the engine. */
  readonly voice: string | null;
  /** The format of the sound, as the API calls it. */
  readonly format: string;
  readonly isFree: boolean;
  readonly atOnce: number;
}

/** The settings of an engine whose requests name a model. */
export interface ModelEngineSettings extends EndpointEngineSettings {
  /** Null: the usual one of the engine. */
  readonly model: string | null;
  readonly models: readonly string[];
}

/** What a request of an engine consists of. */
export interface EngineRequest {
  /** From the base URL on. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An engine that speaks through an endpoint. */
export abstract class EndpointEngine<
  Settings extends EndpointEngineSettings,
> implements SpeechEngine {
  abstract readonly kind: EngineKind;
  abstract readonly hasPitch: boolean;
  abstract readonly model: string | null;
  abstract readonly models: readonly string[];
  readonly problem = null;
  readonly name: string;
  readonly voice: string;
  readonly isFree: boolean;
  readonly atOnce: number;

  /** @param usualVoice speaks unless the operator or a config names another one */
  constructor(
    protected readonly settings: Settings,
    usualVoice: string,
  ) {
    const { name, voice, isFree, atOnce } = settings;
    this.name = name;
    this.voice = voice ?? usualVoice;
    this.isFree = isFree;
    this.atOnce = atOnce;
  }

  abstract speeds(model: string | null): ReturnType<SpeechEngine['speeds']>;
  abstract speak(request: SpeechRequest, options: SpeakOptions): Promise<SpokenAnswer>;

  async revision(): Promise<string> {
    return `${this.kind} ${this.settings.url} ${this.settings.format}`;
  }

  /** Connections end with each request. */
  async close(): Promise<void> {}

  /** @throws SpeechError, or the reason of the signal */
  protected post(
    { path, headers, body }: EngineRequest,
    signal: AbortSignal,
  ): Promise<SoundResponse> {
    const url = this.settings.url + path;
    return postForSound(this.settings, { url, headers, body: Buffer.from(body) }, signal);
  }
}
