import { join } from 'node:path';
import type { Config } from '../../config/types.js';
import { ModelStore } from '../../engine/recognition/model-store.js';

/** Speech models of this installation. */
export function modelStoreOf({ dataDir, sources, recognition }: Config): ModelStore {
  return new ModelStore(join(dataDir, 'models'), sources, recognition.modelsUrl);
}
