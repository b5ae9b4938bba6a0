import type { SpeakOptions, SpeechEngine, SpeechRequest, SpokenAnswer } from './speech-engine.js';
import { type Endpoint, postForSound } from './post-for-sound.js';
import { requireSound } from './require-sound.js';

export interface AzureEngineSettings extends Endpoint {
  /** The address of the region, such as `https://westeurope.tts.speech.microsoft.com`. */
  readonly url: string;
  readonly voice: string | null;
  /** `X-Microsoft-OutputFormat` of the API. */
  readonly format: string;
  readonly isFree: boolean;
  readonly atOnce: number;
}

const DEFAULT_VOICE = 'en-US-AvaMultilingualNeural';

/** Speaks with Azure AI Speech. */
export class AzureEngine implements SpeechEngine {
  readonly kind = 'azure';
  readonly problem = null;
  readonly hasPitch = true;
  /** A voice of Azure is its model. */
  readonly model = null;
  readonly models: readonly string[] = [];
  readonly name: string;
  readonly voice: string;
  readonly isFree: boolean;
  readonly atOnce: number;

  constructor(private readonly settings: AzureEngineSettings) {
    const { name, voice, isFree, atOnce } = settings;
    this.name = name;
    this.voice = voice ?? DEFAULT_VOICE;
    this.isFree = isFree;
    this.atOnce = atOnce;
  }

  speeds() {
    return { min: 0.5, max: 2 };
  }

  async revision(): Promise<string> {
    return `azure ${this.settings.url} ${this.settings.format}`;
  }

  async speak(request: SpeechRequest, { signal }: SpeakOptions): Promise<SpokenAnswer> {
    const { url, apiKey, format } = this.settings;
    const response = await postForSound(
      this.settings,
      {
        url: `${url.replace(/\/+$/, '')}/cognitiveservices/v1`,
        headers: {
          'content-type': 'application/ssml+xml; charset=utf-8',
          'x-microsoft-outputformat': format,
          ...(apiKey === null ? {} : { 'ocp-apim-subscription-key': apiKey }),
        },
        body: Buffer.from(ssmlOf(request, request.voice ?? this.voice)),
      },
      signal,
    );
    return { bytes: requireSound(response, this.name), times: null };
  }

  async close(): Promise<void> {}
}

/** Azure refuses a document without a language, and prosody outside of a voice. */
function ssmlOf({ text, language, speed, pitch }: SpeechRequest, voice: string): string {
  const spoken = language ?? /^[a-z]{2,3}-[A-Z]{2}/.exec(voice)?.[0] ?? 'en-US';
  const rate = `${signed(Math.round((speed - 1) * 100))}%`;
  const prosody = `rate="${rate}" pitch="${signed(pitch)}st"`;
  const plain = speed === 1 && pitch === 0;
  const content = plain ? escapeXml(text) : `<prosody ${prosody}>${escapeXml(text)}</prosody>`;
  return (
    `<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="${escapeXml(spoken)}">` +
    `<voice name="${escapeXml(voice)}">${content}</voice></speak>`
  );
}

function signed(value: number): string {
  return value < 0 ? String(value) : `+${value}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}
