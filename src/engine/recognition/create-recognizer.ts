import type { Config } from '../../config/types.js';
import { AUTOMATIC_MODEL } from '../../config/recognition-variables.js';
import { memoryAtHand } from '../workers/heap-limit.js';
import { AutomaticRecognizer } from './automatic-recognizer.js';
import { HttpRecognizer } from './http-recognizer.js';
import { recognitionProblem } from './recognition-problem.js';
import { type Recognizer, type RecognizerChoice } from './recognizer.js';

/** The name of the model at OpenAI's endpoint. Compatible servers accept it, too. */
const HTTP_MODEL = 'whisper-1';

/**
 * Creates the configured recognizer, or returns null when this machine recognizes no speech. The code of the local
 * recognizer is loaded only if the configuration needs it.
 *
 * @throws ModelError when the configured model is neither in the catalog nor a folder
 */
export async function createRecognizer(
  config: Config,
): Promise<Recognizer | RecognizerChoice | null> {
  const { url, model, apiKey, timeoutMs } = config.recognition;
  if (url !== null)
    return new HttpRecognizer(url, {
      apiKey,
      timeoutMs,
      model: model ?? HTTP_MODEL,
      door: config.sources,
    });
  if (model === AUTOMATIC_MODEL) return automaticRecognizer(config);
  if (model === null) return null;
  const [{ LocalRecognizer }, { modelStoreOf }] = await Promise.all([
    import('./local-recognizer.js'),
    import('../models/model-store-of.js'),
  ]);
  const store = modelStoreOf(config);
  await store.assertKnown(model);
  if (recognitionProblem(config) !== null) return null;
  return new LocalRecognizer(model, { store, timeoutMs });
}

function automaticRecognizer(config: Config): AutomaticRecognizer | null {
  if (recognitionProblem(config) !== null) return null;
  return new AutomaticRecognizer({
    openStore: async () => (await import('../models/model-store-of.js')).modelStoreOf(config),
    memoryBytes: memoryAtHand() * config.recognition.memoryShare,
    timeoutMs: config.recognition.timeoutMs,
  });
}
