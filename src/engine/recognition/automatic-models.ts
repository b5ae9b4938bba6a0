import { MODEL_CATALOG } from './model-catalog.js';
import { totalBytes } from './model-files.js';

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

/** The choice of a model depends on these facts besides the language. */
export interface ModelSurroundings {
  /** The memory that a worker may use, in bytes. */
  readonly memoryBytes: number;
  /** Whether a model can be used without a download. */
  readonly isInstalled: (name: string) => Promise<boolean>;
}

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
  return BY_LANGUAGE[language.toLowerCase().split('-')[0]!] ?? MULTILINGUAL;
}

/**
 * Chooses a model: the best one that fits into the memory, but rather an installed one than a download. On a
 * machine for which all are too large, the smallest one.
 *
 * @param language BCP 47, or `auto`
 */
export async function chooseModel(
  language: string,
  { memoryBytes, isInstalled }: ModelSurroundings,
): Promise<AutomaticModel> {
  const models = automaticModels(language).map(withSize);
  const fitting = models.filter(
    ({ bytes }) => bytes * MEMORY_FACTOR <= memoryBytes * MEMORY_SHARE,
  );
  for (const model of fitting) if (await isInstalled(model.name)) return model;
  return fitting[0] ?? models.at(-1)!;
}

function withSize(name: string): AutomaticModel {
  return { name, bytes: totalBytes(MODEL_CATALOG.find((model) => model.name === name)!) };
}
