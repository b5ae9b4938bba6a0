import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelError } from '../models/model-error.js';
import { readOnnxModelType } from '../models/onnx-model-type.js';

/** The sherpa-onnx configuration of a model in a folder. */
export interface RecognitionModel {
  readonly kind: string;
  /** `modelConfig` of an offline recognizer, without its language. */
  readonly config: Readonly<Record<string, unknown>>;
  /** The member of `config` that takes a language; null when the model has or detects its own. */
  readonly languageMember: 'whisper' | 'senseVoice' | null;
}

/** Kinds of single-file models, by the model type in their metadata. */
const SINGLE_FILE: readonly (readonly [RegExp, string, string])[] = [
  [/^zipformer2?_ctc$/i, 'zipformer-ctc', 'zipformerCtc'],
  [/^sense_voice/i, 'sense-voice', 'senseVoice'],
  [/^EncDec(Hybrid\w*CTC|CTC)/, 'nemo-ctc', 'nemoCtc'],
  [/^wenet_ctc$/i, 'wenet-ctc', 'wenetCtc'],
  [/^paraformer$/i, 'paraformer', 'paraformer'],
];

/**
 * Detects the model in a folder by the names of its files, and for single-file models by their metadata. If a
 * file comes in two precisions, the faster 8-bit one is used.
 *
 * @throws ModelError when the folder has no model that can be loaded
 */
export async function detectModel(folder: string): Promise<RecognitionModel> {
  const names = await readdir(folder).catch(() => {
    throw new ModelError('Cannot read the folder of the model.');
  });
  const find = (pattern: RegExp): string | null => {
    const matches = names.filter((name) => pattern.test(name) && /\.(onnx|ort|txt)$/.test(name));
    const best = matches.find((name) => name.includes('int8')) ?? matches[0];
    return best === undefined ? null : join(folder, best);
  };
  const tokens = find(/tokens\.txt$/);
  if (tokens === null) throw new ModelError('The folder of the model has no tokens.txt.');

  const encoder = find(/^(.*-)?encoder[-.]/);
  const decoder = find(/^(.*-)?decoder[-.]/);
  const joiner = find(/^(.*-)?joiner[-.]/);
  if (encoder && decoder && joiner) {
    const config = { transducer: { encoder, decoder, joiner }, tokens };
    return { kind: 'transducer', config, languageMember: null };
  }
  if (encoder && decoder) {
    const english = /\.en-/.test(encoder);
    const config = { whisper: { encoder, decoder, language: english ? 'en' : '' }, tokens };
    return { kind: 'whisper', config, languageMember: english ? null : 'whisper' };
  }
  const moonshine = findMoonshine(find);
  if (moonshine) return { kind: 'moonshine', config: { moonshine, tokens }, languageMember: null };
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
  if (model === null) throw new ModelError('The folder of the model has no .onnx file.');
  const type = await readOnnxModelType(model);
  const known = SINGLE_FILE.find(([pattern]) => pattern.test(type ?? ''));
  if (!known) {
    throw new ModelError(
      `The model type ${JSON.stringify(type?.slice(0, 60) ?? 'none')} is not supported.`,
    );
  }
  const [, kind, field] = known;
  if (field === 'senseVoice') {
    const senseVoice = { model, language: 'auto', useInverseTextNormalization: 1 };
    return { kind, config: { senseVoice, tokens }, languageMember: 'senseVoice' };
  }
  return { kind, config: { [field]: { model }, tokens }, languageMember: null };
}
