import type { Config } from '../../config/types.js';
import { HttpRecognizer } from './http-recognizer.js';
import { type Recognizer } from './recognizer.js';

/** The name of the model at OpenAI's endpoint. Compatible servers accept it, too. */
const HTTP_MODEL = 'whisper-1';

/**
 * Creates the configured recognizer, or returns null when none is configured. The code of the local
 * recognizer is loaded only if the configuration needs it.
 *
 * @throws ModelError when the configured model is neither in the catalog nor a folder
 */
export async function createRecognizer(config: Config): Promise<Recognizer | null> {
  const { url, model, apiKey, timeoutMs } = config.recognition;
  if (url !== null)
    return new HttpRecognizer(url, {
      apiKey,
      timeoutMs,
      model: model ?? HTTP_MODEL,
      door: config.sources,
    });
  if (model === null) return null;
  const [{ LocalRecognizer }, { modelStoreOf }] = await Promise.all([
    import('./local-recognizer.js'),
    import('./model-store-of.js'),
  ]);
  const store = modelStoreOf(config);
  await store.assertKnown(model);
  return new LocalRecognizer(model, { store, timeoutMs });
}
