import { anyText, secondsAsMs, token, url } from './parsers.js';
import type { Config } from './types.js';
import { optional, secret, type Variable, variable } from './variable.js';

const HTTP = ['http', 'https'];

/** The model that is selected by the language of the speech and the memory of the machine. */
export const AUTOMATIC_MODEL = 'auto';
const NO_MODEL = 'none';

/** The variables for speech recognition. */
export const RECOGNITION_VARIABLES = {
  recognitionUrl: optional(
    'VIDEOCRAFT_RECOGNITION_URL',
    url(HTTP, 'refused'),
    'the model on this machine',
    'Base URL of an OpenAI-compatible endpoint for speech recognition, such as `http://127.0.0.1:8000/v1`.',
  ),
  recognitionApiKey: secret(
    optional(
      'VIDEOCRAFT_RECOGNITION_API_KEY',
      token(1),
      'no key is sent',
      'API key for the speech recognition endpoint.',
    ),
  ),
  recognitionModel: optional(
    'VIDEOCRAFT_RECOGNITION_MODEL',
    anyText,
    '`whisper-1` with a URL, otherwise `auto`',
    'Name of the model at the endpoint. Without an endpoint, the model that runs on this machine: `auto`, a name from `videocraft models list`, or the path of a folder. `auto` selects a small model by language and memory, and downloads it for the first job that needs it. `none`: no speech recognition, and captions require `text`, `captions`, or `words`.',
  ),
  recognitionModelsUrl: optional(
    'VIDEOCRAFT_RECOGNITION_MODELS_URL',
    url(HTTP, 'refused'),
    'https://huggingface.co and https://github.com',
    'Base URL of a mirror for downloading models. Paths are unchanged.',
  ),
  recognitionTimeoutMs: variable({
    name: 'VIDEOCRAFT_RECOGNITION_TIMEOUT_SECONDS',
    parse: secondsAsMs(1, 86_400),
    fallback: 600_000,
    fallbackText: '600',
    doc: 'Maximum time to wait for a response of the endpoint or the model, in seconds.',
  }),
} satisfies Record<string, Variable<unknown>>;

type RecognitionValues = {
  [K in keyof typeof RECOGNITION_VARIABLES]: (typeof RECOGNITION_VARIABLES)[K] extends Variable<
    infer T
  >
    ? T
    : never;
};

/** The settings of speech recognition. `none` turns off an endpoint, too. */
export function recognitionConfig(
  values: RecognitionValues & { readonly workers: number },
): Config['recognition'] {
  const { recognitionModel: model, recognitionUrl, workers } = values;
  const isOff = model === NO_MODEL;
  const url = isOff ? null : recognitionUrl;
  const local = isOff ? null : (model ?? AUTOMATIC_MODEL);
  return {
    url,
    apiKey: values.recognitionApiKey,
    // An endpoint has its own default.
    model: url !== null && local === AUTOMATIC_MODEL ? null : local,
    modelsUrl: values.recognitionModelsUrl,
    timeoutMs: values.recognitionTimeoutMs,
    memoryShare: 1 / Math.max(1, workers),
  };
}
