import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelError } from './model-error.js';
import { readOnnxModelType } from './onnx-model-type.js';

/** A model in a folder, as sherpa-onnx is told of it. */
export interface RecognitionModel {
  readonly kind: string;
  /** `modelConfig` of an offline recogniser, without its language. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Where in `config` a language goes, or null: the model has or finds its own. */
  readonly languageOf: 'whisper' | 'senseVoice' | null;
}

/** Kinds of models in one file, by what their metadata call them. */
const SINGLE_FILE: readonly (readonly [RegExp, string, string])[] = [
  [/^zipformer2?_ctc$/i, 'zipformer-ctc', 'zipformerCtc'],
  [/^sense_voice/i, 'sense-voice', 'senseVoice'],
  [/^EncDec(Hybrid\w*CTC|CTC)/, 'nemo-ctc', 'nemoCtc'],
  [/^wenet_ctc$/i, 'wenet-ctc', 'wenetCtc'],
  [/^paraformer$/i, 'paraformer', 'paraformer'],
];

/**
 * What kind of model a folder holds, by the names of its files, and for models in one file by what
 * they say of themselves. Of a file in two precisions the 8-bit one is taken: it is faster.
 *
 * @throws ModelError when it holds none that can be loaded
 */
export async function detectModel(folder: string): Promise<RecognitionModel> {
  const names = await readdir(folder).catch(() => {
    throw new ModelError('The folder of the model cannot be read.');
  });
  const find = (pattern: RegExp): string | null => {
    const found = names.filter((name) => pattern.test(name) && /\.(onnx|ort|txt)$/.test(name));
    const best = found.find((name) => name.includes('int8')) ?? found[0];
    return best === undefined ? null : join(folder, best);
  };
  const tokens = find(/tokens\.txt$/);
  if (tokens === null) throw new ModelError('There is no tokens.txt in the folder of the model.');

  const encoder = find(/^(.*-)?encoder[-.]/);
  const decoder = find(/^(.*-)?decoder[-.]/);
  const joiner = find(/^(.*-)?joiner[-.]/);
  if (encoder && decoder && joiner) {
    const config = { transducer: { encoder, decoder, joiner }, tokens };
    return { kind: 'transducer', config, languageOf: null };
  }
  if (encoder && decoder) {
    const english = /\.en-/.test(encoder);
    const config = { whisper: { encoder, decoder, language: english ? 'en' : '' }, tokens };
    return { kind: 'whisper', config, languageOf: english ? null : 'whisper' };
  }
  const moonshine = findMoonshine(find);
  if (moonshine) return { kind: 'moonshine', config: { moonshine, tokens }, languageOf: null };
  return detectSingleFile(find, tokens);
}

function findMoonshine(find: (pattern: RegExp) => string | null) {
  const merged = { encoder: find(/^encoder_model/), mergedDecoder: find(/^decoder_model_merged/) };
  if (merged.encoder && merged.mergedDecoder) return merged;
  const parts = {
    preprocessor: find(/^preprocess/),
    encoder: find(/^encode\./),
    uncachedDecoder: find(/^uncached_decode/),
    cachedDecoder: find(/^cached_decode/),
  };
  return Object.values(parts).every((path) => path !== null) ? parts : null;
}

async function detectSingleFile(
  find: (pattern: RegExp) => string | null,
  tokens: string,
): Promise<RecognitionModel> {
  const model = find(/^(?!silero).*\.onnx$/);
  if (model === null) throw new ModelError('There is no .onnx file in the folder of the model.');
  const type = await readOnnxModelType(model);
  const known = SINGLE_FILE.find(([pattern]) => pattern.test(type ?? ''));
  if (!known) {
    throw new ModelError(
      `The model is of the type ${JSON.stringify(type?.slice(0, 60) ?? 'none')}, which cannot be loaded here.`,
    );
  }
  const [, kind, field] = known;
  if (field === 'senseVoice') {
    const senseVoice = { model, language: 'auto', useInverseTextNormalization: 1 };
    return { kind, config: { senseVoice, tokens }, languageOf: 'senseVoice' };
  }
  return { kind, config: { [field]: { model }, tokens }, languageOf: null };
}
