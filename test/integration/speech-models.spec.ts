import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findPauses } from '../../src/core/timing/voice-activity.js';
import { loadConfig } from '../../src/config/load-config.js';
import { detectModel } from '../../src/engine/recognition/detect-model.js';
import { LocalRecognizer } from '../../src/engine/recognition/local-recognizer.js';
import { ModelStore } from '../../src/engine/models/model-store.js';
import { createAlignmentEngine } from '../../src/engine/alignment/alignment-engine.js';
import { recognizeSpeech } from '../../src/engine/recognition/recognize-speech.js';
import type { Recognizer } from '../../src/engine/recognition/recognizer.js';
import { onnxModel } from '../support/onnx.js';
import {
  writeLoudnessModel,
  writeFixedOutputModel,
  writeVoiceActivityModel,
} from '../support/speech-models.js';
import { readWav16k, trueWords } from '../support/speech.js';
import { timingService } from '../support/timing-service.js';

const CLIP = new URL('../media/speech/u7_flite_rms__clean.wav', import.meta.url);
/** The built program, because a separate process cannot run the sources. */
const PROGRAM = new URL('../../dist/src/engine/recognition/sherpa-process.js', import.meta.url);
const RATE = 16_000;

/** Recognition on this machine, with the real runtime and models that the tests create. */
describe('speech models', () => {
  const { signal } = new AbortController();
  const open: LocalRecognizer[] = [];
  let dir: string;
  let store: ModelStore;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-models-'));
    store = new ModelStore(join(dir, 'models'), loadConfig({}).sources, null);
  });

  afterEach(async () => {
    await Promise.all(open.splice(0).map((recognizer) => recognizer.close()));
  });

  afterAll(() => rm(dir, { recursive: true, force: true }));

  function recognizer(folder: string, timeoutMs = 60_000): LocalRecognizer {
    const made = new LocalRecognizer(folder, { store, timeoutMs, program: PROGRAM });
    open.push(made);
    return made;
  }

  /** Noise in the given ranges of seconds, and silence elsewhere. */
  function noise(seconds: number, ...loud: [number, number][]): Float32Array {
    const samples = new Float32Array(seconds * RATE);
    let state = 1;
    for (const [from, to] of loud) {
      for (let index = from * RATE; index < to * RATE; index++) {
        state = (state * 48_271) % 2_147_483_647;
        samples[index] = state / 2_147_483_647 - 0.5;
      }
    }
    return samples;
  }

  it('aligns the text of a model', async () => {
    const json = new URL(CLIP.href.replace('.wav', '.json'));
    const truth = trueWords(JSON.parse(await readFile(json, 'utf8')));
    const folder = join(dir, 'saying');
    await writeFixedOutputModel(
      folder,
      truth.words.map(({ text }) => text),
    );
    const aligner = createAlignmentEngine(1);
    const own = recognizer(folder);
    const timer = await timingService({ aligner, recognizer: own });
    const samples = await readWav16k(CLIP);
    const request = { samples, text: null, language: 'en', pointer: '/x', signal };
    const { words, method } = await timer.time(request);
    expect(method).toBe('recognized');
    expect(words.map(({ text }) => text)).toEqual(truth.words.map(({ text }) => text));
    const errors = truth.words.flatMap(({ startMs }, index) =>
      startMs === null ? [] : [Math.abs(words[index]!.startMs - startMs)],
    );
    expect(errors.sort((a, b) => a - b)[errors.length >> 1]).toBeLessThan(30);
    expect(timer.describe().recognition).toEqual({ engine: 'local', model: 'saying' });
    await Promise.all([aligner.close(), own.close()]);
  });

  it('recognizes the sound it gets, and uses its times without a model to align with', async () => {
    const folder = join(dir, 'loudness');
    await writeLoudnessModel(folder, 'bumm');
    const samples = noise(4, [0.5, 1], [1.5, 2], [2.5, 3.5]);
    const heard = await recognizer(folder).recognize(samples, 'de', signal);
    expect(heard.text).toBe('bumm bumm bumm');
    const starts = heard.words.map(({ startMs }) => startMs);
    [500, 1500, 2500].forEach((expected, index) => {
      expect(Math.abs(starts[index]! - expected)).toBeLessThanOrEqual(50);
    });
  });

  it('recognizes long sound in parts', async () => {
    const folder = join(dir, 'parts');
    await writeLoudnessModel(folder, 'bumm');
    const bursts = Array.from({ length: 35 }, (_, second): [number, number] => [
      second * 2,
      second * 2 + 1,
    ]);
    const local = recognizer(folder);
    const lengths: number[] = [];
    const starts: number[] = [];
    const spy: Recognizer = {
      engine: 'local',
      model: '',
      longestPartMs: local.longestPartMs,
      revision: () => local.revision(),
      prepare: (preparation) => local.prepare(preparation),
      close: () => local.close(),
      async recognize(part, language, aborted) {
        const heard = await local.recognize(part, language, aborted);
        lengths.push(part.length / RATE);
        starts.push(...heard.words.map(({ startMs }) => startMs));
        return heard;
      },
    };
    const samples = noise(80, ...bursts, [75, 76]);
    const input = { samples, pauses: findPauses(samples), language: 'de' };
    const heard = await recognizeSpeech(input, spy, signal);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(28);
    expect(starts).toHaveLength(36);
    // Silence of several seconds is not sent: seven before the last burst, and four after it.
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThan(78);
    // Engines repeat a word like this when they hallucinate.
    expect(heard.written).toEqual(['bumm']);
  });

  it('recognizes only speech when there is a voice activity model', async () => {
    const folder = join(dir, 'saying-voice');
    await writeFixedOutputModel(folder, ['yes', 'no']);
    await writeVoiceActivityModel(folder, 0.05);
    const hear = async (samples: Float32Array) =>
      (await recognizer(folder).recognize(samples, 'en', signal)).text;
    expect(await hear(noise(4))).toBe('');
    expect(await hear(noise(6, [0.5, 1.5]))).toBe('yes no');
    expect(await hear(noise(8, [0.5, 1.5], [5, 6]))).toBe('yes no yes no');
  });

  it('survives a model that ends its process', async () => {
    const folder = join(dir, 'no-blank');
    await writeFixedOutputModel(folder, ['yes']);
    await writeFile(join(folder, 'tokens.txt'), 'yes 0\nno 1\n');
    const broken = recognizer(folder);
    const heard = broken.recognize(noise(1, [0, 1]), 'en', signal);
    await expect(heard).rejects.toThrow('The speech recognition model cannot be used.');
    await writeFile(join(folder, 'tokens.txt'), '<blk> 0\n\u2581yes 1\n');
    expect((await broken.recognize(noise(1, [0, 1]), 'en', signal)).text).toBe('yes');
  });

  it('suggests alternatives when the model cannot be used', async () => {
    const folder = join(dir, 'garbage');
    await writeFixedOutputModel(folder, ['yes']);
    const model = onnxModel({
      inputs: [],
      outputs: [],
      nodes: [],
      metadata: { model_type: 'zipformer2_ctc' },
    });
    await writeFile(join(folder, 'ctc-model.onnx'), model);
    const aligner = createAlignmentEngine(1);
    const own = recognizer(folder);
    const timer = await timingService({ aligner, recognizer: own });
    const request = { samples: noise(2, [0.5, 1.5]), text: null, language: 'en', signal };
    await expect(timer.time({ ...request, pointer: '/scenes/0' })).rejects.toMatchObject({
      code: 'TIMING_UNAVAILABLE',
      pointer: '/scenes/0',
      message: expect.stringMatching(/model cannot be .*"text".*videocraft models list/),
    });
    await Promise.all([aligner.close(), own.close()]);
  });

  it('ends the process of a canceled job and serves the next one', async () => {
    const folder = join(dir, 'cancelled');
    await writeLoudnessModel(folder, 'bumm');
    const one = recognizer(folder);
    const cancel = new AbortController();
    const first = one.recognize(noise(20, [0, 20]), 'en', cancel.signal);
    const second = one.recognize(noise(1, [0.2, 0.8]), 'en', signal);
    setTimeout(() => cancel.abort(), 20);
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect((await second).text).toBe('bumm');
  });

  it('does not wait forever', async () => {
    const folder = join(dir, 'slow');
    await writeLoudnessModel(folder, 'bumm');
    const heard = recognizer(folder, 1).recognize(noise(20, [0, 20]), 'en', signal);
    await expect(heard).rejects.toThrow('takes too long');
  });

  it('reports that the package is not installed', async () => {
    const folder = join(dir, 'no-package');
    await writeFixedOutputModel(folder, ['yes']);
    // The same program in a place without packages.
    const elsewhere = join(dir, 'elsewhere');
    await cp(new URL('../../../chunks', PROGRAM), join(elsewhere, 'chunks'), { recursive: true });
    const path = join(elsewhere, 'src/engine/recognition/sherpa-process.js');
    await cp(PROGRAM, path);
    await writeFile(join(elsewhere, 'package.json'), '{"type":"module"}');
    const program = pathToFileURL(path);
    const made = new LocalRecognizer(folder, { store, timeoutMs: 30_000, program });
    open.push(made);
    await expect(made.recognize(noise(1), 'en', signal)).rejects.toThrow('is not installed');
  });

  describe('detected by their files', () => {
    async function folderOf(name: string, files: Record<string, string | Buffer>): Promise<string> {
      const folder = join(dir, 'kinds', name);
      await mkdir(folder, { recursive: true });
      for (const [file, content] of Object.entries(files)) {
        await writeFile(join(folder, file), content);
      }
      return folder;
    }
    const named = (...files: string[]) => Object.fromEntries(files.map((file) => [file, '']));
    const typed = (type: string) => ({
      'model.int8.onnx': onnxModel({
        inputs: [],
        outputs: [],
        nodes: [],
        metadata: { comment: 'x', model_type: type },
      }),
      'tokens.txt': '',
    });

    it.each([
      [
        'whisper',
        named(
          'base-encoder.onnx',
          'base-encoder.int8.onnx',
          'base-decoder.onnx',
          'base-tokens.txt',
        ),
        {
          whisper: {
            encoder: 'base-encoder.int8.onnx',
            decoder: 'base-decoder.onnx',
            language: '',
          },
        },
      ],
      [
        'whisper',
        named('tiny.en-encoder.int8.onnx', 'tiny.en-decoder.int8.onnx', 'tiny.en-tokens.txt'),
        {
          whisper: {
            encoder: 'tiny.en-encoder.int8.onnx',
            decoder: 'tiny.en-decoder.int8.onnx',
            language: 'en',
          },
        },
      ],
      [
        'transducer',
        named('encoder.int8.onnx', 'decoder.int8.onnx', 'joiner.int8.onnx', 'tokens.txt'),
        {
          transducer: {
            encoder: 'encoder.int8.onnx',
            decoder: 'decoder.int8.onnx',
            joiner: 'joiner.int8.onnx',
          },
        },
      ],
      [
        'moonshine',
        named(
          ...['preprocess.onnx', 'encode.int8.onnx', 'uncached_decode.int8.onnx'],
          ...['cached_decode.int8.onnx', 'tokens.txt', 'silero_vad.onnx'],
        ),
        {
          moonshine: {
            preprocessor: 'preprocess.onnx',
            encoder: 'encode.int8.onnx',
            uncachedDecoder: 'uncached_decode.int8.onnx',
            cachedDecoder: 'cached_decode.int8.onnx',
          },
        },
      ],
      [
        'moonshine',
        named('encoder_model.ort', 'decoder_model_merged.ort', 'tokens.txt'),
        { moonshine: { encoder: 'encoder_model.ort', mergedDecoder: 'decoder_model_merged.ort' } },
      ],
      ['zipformer-ctc', typed('zipformer2_ctc'), { zipformerCtc: { model: 'model.int8.onnx' } }],
      ['nemo-ctc', typed('EncDecCTCModelBPE'), { nemoCtc: { model: 'model.int8.onnx' } }],
      ['wenet-ctc', typed('wenet_ctc'), { wenetCtc: { model: 'model.int8.onnx' } }],
      ['paraformer', typed('paraformer'), { paraformer: { model: 'model.int8.onnx' } }],
      [
        'sense-voice',
        typed('sense_voice_ctc'),
        {
          senseVoice: {
            model: 'model.int8.onnx',
            language: 'auto',
            useInverseTextNormalization: 1,
          },
        },
      ],
    ])('knows %s', async (kind, files, config) => {
      const folder = await folderOf(`${kind}-${Object.keys(files)[0]}`, files);
      const model = await detectModel(folder);
      expect(model.kind).toBe(kind);
      const plain = JSON.parse(JSON.stringify(model.config).replaceAll(`${folder}/`, '')) as object;
      expect(plain).toEqual({ ...config, tokens: expect.stringMatching(/tokens\.txt$/) });
    });

    it.each([
      ['nothing', {}, 'no tokens.txt'],
      ['tokens alone', named('tokens.txt'), 'no .onnx file'],
      ['voice activity alone', named('tokens.txt', 'silero_vad.onnx'), 'no .onnx file'],
      [
        'no model',
        { 'model.onnx': 'not ONNX at all', 'tokens.txt': '' },
        'type "none" is not supported',
      ],
      ['another type', typed('telespeech'), 'type "telespeech" is not supported'],
    ])('rejects a folder with %s', async (name, files, words) => {
      await expect(detectModel(await folderOf(name, files))).rejects.toThrow(words);
    });

    it('rejects a folder that does not exist', async () => {
      await expect(detectModel(join(dir, 'nowhere'))).rejects.toThrow('Cannot read the folder');
    });
  });
});
