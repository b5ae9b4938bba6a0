import { MODEL_CATALOG } from '../models/model-catalog.js';
import { totalBytes } from '../models/model-files.js';

/** Models for any language, which detect it themselves if nobody names it. The best ones come first. */
const MULTILINGUAL = ['whisper-base', 'whisper-tiny'];
const EAST_ASIAN = ['sense-voice', ...MULTILINGUAL];

/** Models that are better for a language than those for any language. */
const BY_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  en: ['moonshine-base-en', 'moonshine-tiny-en'],
  zh: EAST_ASIAN,
  yue: EAST_ASIAN,
  ja: EAST_ASIAN,
  ko: EAST_ASIAN,
};

/** Memory of a loaded model and its calculations, as a multiple of the size of its files. */
const MEMORY_FACTOR = 3;
/** The other parts are for the render. */
const MEMORY_SHARE = 1 / 4;

/** A model of the catalog, and the size of its files. */
export interface AutomaticModel {
  readonly name: string;
  readonly bytes: number;
}

/**
 * Returns the names of the models that `auto` chooses from, the best first.
 *
 * @param language BCP 47, or `auto`
 */
export function automaticModels(language: string): readonly string[] {
  const base = language.toLowerCase().split('-')[0]!;
  return Object.hasOwn(BY_LANGUAGE, base) ? BY_LANGUAGE[base]! : MULTILINGUAL;
}

/**
 * Chooses the best model that fits into the memory, or the smallest one if none does. The choice does not depend on
 * what is installed, so that the same video gets the same words from each worker.
 *
 * @param language BCP 47, or `auto`
 * @param memoryBytes what a worker may use
 */
export function chooseModel(language: string, memoryBytes: number): AutomaticModel {
  const models = automaticModels(language).map(withSize);
  return (
    models.find(({ bytes }) => bytes * MEMORY_FACTOR <= memoryBytes * MEMORY_SHARE) ??
    models.at(-1)!
  );
}

function withSize(name: string): AutomaticModel {
  return { name, bytes: totalBytes(MODEL_CATALOG.find((model) => model.name === name)!) };
}
