import { join } from 'node:path';
import type { Config } from '../../config/types.js';
import { MODEL_CATALOG } from './model-catalog.js';
import { ModelStore } from './model-store.js';

/** The store of speech models in the data folder. */
export function modelStoreOf({ dataDir, sources, recognition, storage }: Config): ModelStore {
  const folder = join(dataDir, 'models');
  const { modelsUrl } = recognition;
  return new ModelStore(folder, sources, modelsUrl, MODEL_CATALOG, storage.minFreeBytes);
}
