import { join } from 'node:path';
import type { Config } from '../../config/types.js';
import { ModelStore } from './model-store.js';

/** The store of speech models in the data folder. */
export function modelStoreOf({ dataDir, sources, recognition }: Config): ModelStore {
  return new ModelStore(join(dataDir, 'models'), sources, recognition.modelsUrl);
}
