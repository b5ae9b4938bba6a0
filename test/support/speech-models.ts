import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { float, floats, int64, integers, onnxModel } from './onnx.js';

/** The metadata of a Zipformer CTC model for sherpa-onnx. */
const ZIPFORMER_CTC = { model_type: 'zipformer2_ctc', version: '1', model_author: 'test' };

const INPUTS = [float('x', ['N', 'T', 80]), int64('x_lens', ['N'])];

/** A recognizer that returns the same words for any audio, one word per frame. */
export async function writeFixedOutputModel(
  folder: string,
  words: readonly string[],
): Promise<void> {
  const frames = words.length * 2;
  const vocabulary = words.length + 1;
  const scores = Array.from({ length: frames * vocabulary }, (_, index) => {
    const [frame, token] = [Math.floor(index / vocabulary), index % vocabulary];
    const expectedToken = frame % 2 === 0 ? frame / 2 + 1 : 0;
    return token === expectedToken ? 0 : -100;
  });
  const model = onnxModel({
    inputs: INPUTS,
    outputs: [float('log_probs', ['N', 'T2', vocabulary]), int64('log_probs_len', ['N'])],
    constants: [floats('scores', [1, frames, vocabulary], scores), integers('length', [frames])],
    nodes: [
      { op: 'Identity', inputs: ['scores'], outputs: ['log_probs'] },
      { op: 'Identity', inputs: ['length'], outputs: ['log_probs_len'] },
    ],
    metadata: ZIPFORMER_CTC,
  });
  await writeModel(folder, model, words);
}

/** A recognizer that reacts only to loudness: a word for each loud range. */
export async function writeLoudnessModel(folder: string, word: string): Promise<void> {
  const model = onnxModel({
    inputs: INPUTS,
    outputs: [float('log_probs', ['N', 'T2', 2]), int64('log_probs_len', ['N'])],
    constants: [
      floats('threshold', [1], [-5]),
      ...['starts', 'ends', 'axes', 'steps'].map((name, index) =>
        integers(name, [[0], [1_000_000], [1], [4]][index]!),
      ),
      integers('three', [3]),
      integers('four', [4]),
    ],
    nodes: [
      {
        op: 'ReduceMean',
        inputs: ['x'],
        outputs: ['mean'],
        attributes: { axes: [2], keepdims: 1 },
      },
      { op: 'Sub', inputs: ['mean', 'threshold'], outputs: ['loud'] },
      { op: 'Neg', inputs: ['loud'], outputs: ['quiet'] },
      { op: 'Concat', inputs: ['quiet', 'loud'], outputs: ['all'], attributes: { axis: 2 } },
      { op: 'Slice', inputs: ['all', 'starts', 'ends', 'axes', 'steps'], outputs: ['log_probs'] },
      { op: 'Add', inputs: ['x_lens', 'three'], outputs: ['longer'] },
      { op: 'Div', inputs: ['longer', 'four'], outputs: ['log_probs_len'] },
    ],
    metadata: ZIPFORMER_CTC,
  });
  await writeModel(folder, model, [word]);
}

async function writeModel(folder: string, model: Buffer, words: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'ctc-model.onnx'), model);
  const tokens = ['<blk>', ...words.map((word) => `\u2581${word}`)];
  const lines = tokens.map((token, index) => `${token} ${index}\n`);
  await writeFile(join(folder, 'tokens.txt'), lines.join(''));
}

/** Classifies audio above a level as speech, with the interface of Silero's model (version 5). */
export async function writeVoiceActivityModel(folder: string, level: number): Promise<void> {
  const model = onnxModel({
    inputs: [float('input', [1, 576]), float('state', [2, 1, 128]), int64('sr', [1])],
    outputs: [float('output', [1, 1]), float('stateN', [2, 1, 128])],
    constants: [floats('level', [1], [level]), floats('steep', [1], [1e4])],
    nodes: [
      { op: 'Abs', inputs: ['input'], outputs: ['loudness'] },
      {
        op: 'ReduceMean',
        inputs: ['loudness'],
        outputs: ['mean'],
        attributes: { axes: [1], keepdims: 1 },
      },
      { op: 'Sub', inputs: ['mean', 'level'], outputs: ['above'] },
      { op: 'Mul', inputs: ['above', 'steep'], outputs: ['score'] },
      { op: 'Sigmoid', inputs: ['score'], outputs: ['output'] },
      { op: 'Identity', inputs: ['state'], outputs: ['stateN'] },
    ],
  });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'silero_vad.onnx'), model);
}

/** The sample rate of the model of {@link writeToneModel}. */
const TONE_RATE = 24_000;

/**
 * A VITS model with the interface of those with a lexicon: it speaks each letter as a tone of a tenth of a second, and
 * knows the words of a list.
 */
export async function writeToneModel(folder: string, words: readonly string[]): Promise<void> {
  const letters = [...new Set(words.flatMap((word) => Array.from(word)))].sort();
  const samples = TONE_RATE / 10;
  const tone = Array.from({ length: samples }, (_, index) =>
    Math.sin((2 * Math.PI * 220 * index) / TONE_RATE),
  );
  const model = onnxModel({
    inputs: [
      int64('x', ['N', 'L']),
      int64('x_length', ['N']),
      ...['noise_scale', 'length_scale', 'noise_scale_w'].map((name) => float(name, [1])),
    ],
    outputs: [float('y', ['N', 1, 'T'])],
    constants: [
      floats('tone', [1, 1, samples], tone),
      floats('quiet', [1], [0.3]),
      floats('loud', [1], [0.01]),
      integers('last', [2]),
      integers('shape', [1, 1, -1]),
    ],
    nodes: [
      { op: 'Cast', inputs: ['x'], outputs: ['ids'], attributes: { to: 1 } },
      { op: 'Mul', inputs: ['ids', 'loud'], outputs: ['small'] },
      { op: 'Add', inputs: ['small', 'quiet'], outputs: ['levels'] },
      { op: 'Unsqueeze', inputs: ['levels', 'last'], outputs: ['columns'] },
      { op: 'Mul', inputs: ['columns', 'tone'], outputs: ['tones'] },
      { op: 'Reshape', inputs: ['tones', 'shape'], outputs: ['y'] },
    ],
    metadata: {
      ...{ model_type: 'vits', comment: 'test', language: 'English', voice: 'en' },
      ...{ sample_rate: String(TONE_RATE), n_speakers: '0', add_blank: '0', has_espeak: '0' },
      ...{ punctuation: ', . ! ?', frontend: 'characters' },
    },
  });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'tone.onnx'), model);
  const tokens = ['_', ',', '.', '!', '?', ' ', ...letters];
  await writeFile(
    join(folder, 'tokens.txt'),
    tokens.map((token, index) => `${token} ${index}\n`).join(''),
  );
  const lexicon = words.map((word) => `${word} ${Array.from(word).join(' ')}\n`);
  await writeFile(join(folder, 'lexicon.txt'), lexicon.join(''));
}
