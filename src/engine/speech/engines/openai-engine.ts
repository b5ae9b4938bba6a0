import { EndpointEngine, type ModelEngineSettings } from './endpoint-engine.js';
import { requireSound } from './require-sound.js';
import type { SpeakOptions, SpeechRequest, SpokenAnswer } from './speech-engine.js';

const USUAL_MODEL = 'tts-1';
const USUAL_VOICE = 'alloy';
/** Models that are told how to speak in words, and accept a speed without an effect. */
const WITHOUT_SPEED = /^gpt-4o/;

/**
 * Speaks with an endpoint that implements OpenAI's `POST /audio/speech`, as many local servers do. The base URL ends
 * with the version, as in `http://127.0.0.1:8880/v1`.
 */
export class OpenAiEngine extends EndpointEngine<ModelEngineSettings> {
  readonly kind = 'openai';
  readonly hasPitch = false;
  readonly model: string;
  readonly models: readonly string[];

  constructor(settings: ModelEngineSettings) {
    super(settings, USUAL_VOICE);
    this.model = settings.model ?? USUAL_MODEL;
    this.models = settings.models;
  }

  speeds(model: string | null) {
    return WITHOUT_SPEED.test(model ?? this.model) ? null : { min: 0.25, max: 4 };
  }

  async speak(request: SpeechRequest, { signal }: SpeakOptions): Promise<SpokenAnswer> {
    const { apiKey, format } = this.settings;
    const { text, speed } = request;
    const body = JSON.stringify({
      model: request.model ?? this.model,
      input: text,
      voice: request.voice ?? this.voice,
      response_format: format,
      ...(speed === 1 ? {} : { speed }),
    });
    const headers = {
      'content-type': 'application/json',
      ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
    };
    const response = await this.post({ path: '/audio/speech', headers, body }, signal);
    return { bytes: requireSound(response, this.name), times: null };
  }
}
