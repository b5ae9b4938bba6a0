import { isJsonObject } from '../../../core/util/json-object.js';
import { EndpointEngine, type ModelEngineSettings } from './endpoint-engine.js';
import { elevenLabsVoiceId } from './elevenlabs-voices.js';
import {
  type CharacterTimes,
  type SpeakOptions,
  SpeechError,
  type SpeechRequest,
  type SpokenAnswer,
} from './speech-engine.js';

/** The format is the `output_format` of the API. */
export interface ElevenLabsEngineSettings extends ModelEngineSettings {
  /** `voice_settings` of the API. */
  readonly settings: Readonly<Record<string, unknown>>;
}

const USUAL_MODEL = 'eleven_multilingual_v2';
const USUAL_VOICE = 'Rachel';
/** Other models detect the language, and refuse to be told. */
const TAKES_LANGUAGE = /(turbo|flash)_v2_5|_v3/;

/** Speaks with ElevenLabs, which tells when it speaks each character. */
export class ElevenLabsEngine extends EndpointEngine<ElevenLabsEngineSettings> {
  readonly kind = 'elevenlabs';
  readonly hasPitch = false;
  readonly model: string;
  readonly models: readonly string[];

  constructor(settings: ElevenLabsEngineSettings) {
    super(settings, USUAL_VOICE);
    this.model = settings.model ?? USUAL_MODEL;
    this.models = settings.models;
  }

  speeds() {
    return { min: 0.7, max: 1.2 };
  }

  override async revision(): Promise<string> {
    return `${await super.revision()} ${JSON.stringify(this.settings.settings)}`;
  }

  async speak(request: SpeechRequest, { signal }: SpeakOptions): Promise<SpokenAnswer> {
    const { apiKey, format, settings } = this.settings;
    const { text, speed, language } = request;
    const model = request.model ?? this.model;
    const id = elevenLabsVoiceId(request.voice ?? this.voice);
    const voiceSettings = { ...settings, ...(speed === 1 ? {} : { speed }) };
    const isTold = language !== null && TAKES_LANGUAGE.test(model);
    const body = JSON.stringify({
      text,
      model_id: model,
      ...(isTold ? { language_code: language.split('-')[0] } : {}),
      ...(Object.keys(voiceSettings).length > 0 ? { voice_settings: voiceSettings } : {}),
    });
    const headers = {
      'content-type': 'application/json',
      ...(apiKey === null ? {} : { 'xi-api-key': apiKey }),
    };
    const route = `/v1/text-to-speech/${encodeURIComponent(id)}/with-timestamps`;
    const path = `${route}?output_format=${encodeURIComponent(format)}`;
    const response = await this.post({ path, headers, body }, signal);
    return this.read(response.bytes);
  }

  private read(bytes: Buffer): SpokenAnswer {
    let answer: unknown = null;
    try {
      answer = JSON.parse(bytes.toString('utf8'));
    } catch {
      // It is no JSON.
    }
    const { audio_base64: audio, alignment } = isJsonObject(answer) ? answer : {};
    if (typeof audio !== 'string' || audio === '') {
      const problem = `The answer of the voice engine ${this.name} contains no sound.`;
      throw new SpeechError(problem, { cause: new Error(bytes.toString('utf8', 0, 200)) });
    }
    // `alignment` has the characters of the text, and `normalized_alignment` those of its reading.
    return { bytes: Buffer.from(audio, 'base64'), times: readTimes(alignment) };
  }
}

/** @returns null without times, or for those that are not complete */
function readTimes(alignment: unknown): CharacterTimes | null {
  if (!isJsonObject(alignment)) return null;
  const characters = alignment['characters'];
  const starts = alignment['character_start_times_seconds'];
  const ends = alignment['character_end_times_seconds'];
  if (!isListOf('string', characters)) return null;
  if (!isListOf('number', starts) || !isListOf('number', ends)) return null;
  const isComplete = characters.length === starts.length && starts.length === ends.length;
  return isComplete ? ({ characters, starts, ends } as CharacterTimes) : null;
}

function isListOf(type: 'string' | 'number', value: unknown): value is unknown[] {
  return Array.isArray(value) && value.every((one) => typeof one === type);
}
