import { absolutePath, anyText, integer, secondsAsMs, token, url } from './parsers.js';
import type { Config } from './types.js';
import { optional, secret, type Variable, variable } from './variable.js';

const HTTP = ['http', 'https'];

/** The variables of the voices that speak texts. */
export const VOICE_VARIABLES = {
  voicesUrl: optional(
    'VIDEOCRAFT_VOICES_URL',
    url(HTTP, 'refused'),
    'no endpoint',
    'Base URL of an OpenAI-compatible endpoint that speaks texts, such as `http://127.0.0.1:8880/v1` ([voices](voices.md)).',
  ),
  voicesApiKey: secret(
    optional(
      'VIDEOCRAFT_VOICES_API_KEY',
      token(1),
      'no key is sent',
      'API key for the endpoint of the voices.',
    ),
  ),
  voicesModel: optional(
    'VIDEOCRAFT_VOICES_MODEL',
    anyText,
    '`tts-1` with a URL, otherwise no model',
    'Name of the model at the endpoint. Without an endpoint, the model that speaks on this machine: a name from `videocraft models list`, or the path of a folder.',
  ),
  voicesVoice: optional(
    'VIDEOCRAFT_VOICES_VOICE',
    anyText,
    '`alloy` with a URL, otherwise the first voice of the model',
    'The voice of elements that name none, as the endpoint or the model calls it.',
  ),
  voicesFile: optional(
    'VIDEOCRAFT_VOICES_FILE',
    absolutePath,
    'no further engines, and no names of voices',
    'JSON file that names voice engines, with their API keys, and the voices of configs. It is read at the start ([voices](voices.md#the-voices-file)).',
  ),
  voicesTimeoutMs: variable({
    name: 'VIDEOCRAFT_VOICES_TIMEOUT_SECONDS',
    parse: secondsAsMs(1, 3_600),
    fallback: 120_000,
    fallbackText: '120',
    doc: 'Maximum time to wait until a voice engine has spoken a sentence, in seconds.',
  }),
  voiceCacheMaxBytes: variable({
    name: 'VIDEOCRAFT_CACHE_VOICES_MAX_BYTES',
    parse: integer(0, 1_000_000_000_000_000),
    fallback: 2_147_483_648,
    fallbackText: '2147483648',
    doc: 'Maximum size of the cache of spoken sentences, in bytes. The least recently used sentences are removed first.',
  }),
} satisfies Record<string, Variable<unknown>>;

type VoiceValues = {
  [K in keyof typeof VOICE_VARIABLES]: (typeof VOICE_VARIABLES)[K] extends Variable<infer T>
    ? T
    : never;
};

/** The settings of the voices. */
export function voicesConfig(values: VoiceValues): Config['voices'] {
  return {
    url: values.voicesUrl,
    apiKey: values.voicesApiKey,
    model: values.voicesModel,
    voice: values.voicesVoice,
    file: values.voicesFile,
    timeoutMs: values.voicesTimeoutMs,
  };
}
