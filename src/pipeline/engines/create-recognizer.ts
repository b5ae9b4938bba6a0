import type { Config } from '../../config/types.js';
import { type Recognizer } from '../../engine/recognition/recognizer.js';
import { HttpRecognizer } from '../../engine/recognition/http-recognizer.js';

/** What OpenAI's endpoint calls its model; servers that imitate it know the name. */
const HTTP_MODEL = 'whisper-1';

/**
 * What hears words, or null: nothing is configured. Local recognition is loaded only where it is.
 *
 * @throws ModelError when the configured model neither has a known name nor is a folder
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
    import('../../engine/recognition/local-recognizer.js'),
    import('./model-store-of.js'),
  ]);
  const store = modelStoreOf(config);
  await store.assertKnown(model);
  return new LocalRecognizer(model, { store, timeoutMs });
}
