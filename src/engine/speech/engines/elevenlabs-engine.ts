import { isJsonObject } from '../../../core/util/json-object.js';
import {
  type CharacterTimes,
  type SpeakOptions,
  type SpeechEngine,
  SpeechError,
  type SpeechRequest,
  type SpokenAnswer,
} from './speech-engine.js';
import { elevenLabsVoiceId } from './elevenlabs-voices.js';
import { type Endpoint, postForSound } from './post-for-sound.js';

export interface ElevenLabsEngineSettings extends Endpoint {
  readonly url: string;
  readonly model: string | null;
  readonly models: readonly string[];
  readonly voice: string | null;
  /** `output_format` of the API. */
  readonly format: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly isFree: boolean;
  readonly atOnce: number;
}

const DEFAULT_MODEL = 'eleven_multilingual_v2';
const DEFAULT_VOICE = 'Rachel';
/** Other models detect the language, and refuse to be told. */
const TAKES_LANGUAGE = /(turbo|flash)_v2_5|_v3/;

/** Speaks with ElevenLabs, which tells when it speaks each character. */
export class ElevenLabsEngine implements SpeechEngine {
  readonly kind = 'elevenlabs';
  readonly problem = null;
  readonly hasPitch = false;
  readonly name: string;
  readonly model: string;
  readonly models: readonly string[];
  readonly voice: string;
  readonly isFree: boolean;
  readonly atOnce: number;

  constructor(private readonly settings: ElevenLabsEngineSettings) {
    const { name, model, models, voice, isFree, atOnce } = settings;
    this.name = name;
    this.model = model ?? DEFAULT_MODEL;
    this.models = models;
    this.voice = voice ?? DEFAULT_VOICE;
    this.isFree = isFree;
    this.atOnce = atOnce;
  }

  speeds() {
    return { min: 0.7, max: 1.2 };
  }

  async revision(): Promise<string> {
    const { url, format, settings } = this.settings;
    return `elevenlabs ${url} ${format} ${JSON.stringify(settings)}`;
  }

  async speak(request: SpeechRequest, { signal }: SpeakOptions): Promise<SpokenAnswer> {
    const { url, apiKey, format, settings } = this.settings;
    const { text, speed, language } = request;
    const model = request.model ?? this.model;
    const voice = request.voice ?? this.voice;
    const id = elevenLabsVoiceId(voice);
    const voiceSettings = { ...settings, ...(speed === 1 ? {} : { speed }) };
    const isTold = language !== null && TAKES_LANGUAGE.test(model);
    const body = {
      text,
      model_id: model,
      ...(isTold ? { language_code: language.split('-')[0] } : {}),
      ...(Object.keys(voiceSettings).length > 0 ? { voice_settings: voiceSettings } : {}),
    };
    const path = `/v1/text-to-speech/${encodeURIComponent(id)}/with-timestamps`;
    const response = await postForSound(
      this.settings,
      {
        url: `${url.replace(/\/+$/, '')}${path}?output_format=${encodeURIComponent(format)}`,
        headers: {
          'content-type': 'application/json',
          ...(apiKey === null ? {} : { 'xi-api-key': apiKey }),
        },
        body: Buffer.from(JSON.stringify(body)),
      },
      signal,
    );
    return this.read(response.bytes);
  }

  async close(): Promise<void> {}

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
