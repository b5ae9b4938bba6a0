import { escapeMarkup } from '../../../core/text/escape-markup.js';
import { EndpointEngine, type EndpointEngineSettings } from './endpoint-engine.js';
import { requireSound } from './require-sound.js';
import type { SpeakOptions, SpeechRequest, SpokenAnswer } from './speech-engine.js';

const USUAL_VOICE = 'en-US-AvaMultilingualNeural';

/**
 * Speaks with Azure AI Speech. The base URL is that of a region, such as
 * `https://westeurope.tts.speech.microsoft.com`, and the format is the `X-Microsoft-OutputFormat` of the API.
 */
export class AzureEngine extends EndpointEngine<EndpointEngineSettings> {
  readonly kind = 'azure';
  readonly hasPitch = true;
  /** A voice of Azure is its model. */
  readonly model = null;
  readonly models: readonly string[] = [];

  constructor(settings: EndpointEngineSettings) {
    super(settings, USUAL_VOICE);
  }

  speeds() {
    return { min: 0.5, max: 2 };
  }

  async speak(request: SpeechRequest, { signal }: SpeakOptions): Promise<SpokenAnswer> {
    const { apiKey, format } = this.settings;
    const headers = {
      'content-type': 'application/ssml+xml; charset=utf-8',
      'x-microsoft-outputformat': format,
      ...(apiKey === null ? {} : { 'ocp-apim-subscription-key': apiKey }),
    };
    const body = ssmlOf(request, request.voice ?? this.voice);
    const response = await this.post({ path: '/cognitiveservices/v1', headers, body }, signal);
    return { bytes: requireSound(response, this.name), times: null };
  }
}

/** Azure refuses a document without a language, and prosody outside of a voice. */
function ssmlOf({ text, language, speed, pitch }: SpeechRequest, voice: string): string {
  const spoken = language ?? /^[a-z]{2,3}-[A-Z]{2}/.exec(voice)?.[0] ?? 'en-US';
  const rate = `${signed(Math.round((speed - 1) * 100))}%`;
  const prosody = `rate="${rate}" pitch="${signed(pitch)}st"`;
  const plain = speed === 1 && pitch === 0;
  const content = plain
    ? escapeMarkup(text)
    : `<prosody ${prosody}>${escapeMarkup(text)}</prosody>`;
  return (
    `<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="${escapeMarkup(spoken)}">` +
    `<voice name="${escapeMarkup(voice)}">${content}</voice></speak>`
  );
}

function signed(value: number): string {
  return value < 0 ? String(value) : `+${value}`;
}
