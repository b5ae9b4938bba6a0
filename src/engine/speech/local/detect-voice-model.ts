import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelError } from '../../models/model-error.js';
import { readOnnxModelType } from '../../models/onnx-model-type.js';

/** The sherpa-onnx configuration of a voice model in a folder. */
export interface VoiceModel {
  readonly kind: 'kokoro' | 'kitten' | 'matcha' | 'vits';
  readonly config: Readonly<Record<string, unknown>>;
}

const VOCODER = /^(vocos|hifigan|hifi-gan).*\.onnx$/i;

/**
 * Detects the voice model in a folder by the names of its files: Kokoro, Kitten, Matcha with its vocoder beside it, or
 * VITS, as Piper's models are. If a file comes in two precisions, the faster 8-bit one is used.
 *
 * @throws ModelError when the folder has no model that can speak
 */
export async function detectVoiceModel(folder: string): Promise<VoiceModel> {
  const names = (
    await readdir(folder).catch(() => {
      throw new ModelError('Cannot read the folder of the model.');
    })
  ).sort();
  const path = (name: string | undefined) => (name === undefined ? '' : join(folder, name));
  const onnx = names.filter((name) => name.endsWith('.onnx') && !VOCODER.test(name));
  const model = onnx.find((name) => name.includes('int8')) ?? onnx[0];
  if (model === undefined) throw new ModelError('The folder of the model has no .onnx file.');
  if (!names.includes('tokens.txt')) {
    throw new ModelError('The folder of the model has no tokens.txt.');
  }
  const lexicons = names.filter((name) => /^lexicon.*\.txt$/.test(name)).map(path);
  const common = {
    tokens: path('tokens.txt'),
    dataDir: names.includes('espeak-ng-data') ? path('espeak-ng-data') : '',
  };
  const lexicon = lexicons.join(',');
  if (names.includes('voices.bin')) {
    const voices = path('voices.bin');
    const isKitten = /kitten/i.test((await readOnnxModelType(path(model))) ?? '');
    const config = { ...common, model: path(model), voices };
    if (isKitten) return { kind: 'kitten', config: { kitten: config } };
    return { kind: 'kokoro', config: { kokoro: { ...config, lexicon } } };
  }
  const vocoder = names.find((name) => VOCODER.test(name));
  if (vocoder !== undefined) {
    const matcha = { ...common, acousticModel: path(model), vocoder: path(vocoder), lexicon };
    return { kind: 'matcha', config: { matcha } };
  }
  if (common.dataDir === '' && lexicon === '') {
    throw new ModelError('The folder of the model has neither espeak-ng-data nor a lexicon.');
  }
  return { kind: 'vits', config: { vits: { ...common, model: path(model), lexicon } } };
}
