import { join } from 'node:path';
import type { Config } from '../../config/types.js';
import { type CatalogModel, MODEL_CATALOG } from './model-catalog.js';
import { ModelStore } from './model-store.js';

/**
 * The store of models in the data folder.
 *
 * @param catalog the models that it knows; by default those that recognize speech
 */
export function modelStoreOf(
  { dataDir, sources, recognition, storage }: Config,
  catalog: readonly CatalogModel[] = MODEL_CATALOG,
): ModelStore {
  const folder = join(dataDir, 'models');
  const { modelsUrl } = recognition;
  return new ModelStore(folder, sources, modelsUrl, catalog, storage.minFreeBytes);
}
