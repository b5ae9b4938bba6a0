import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/load-config.js';
import { ModelStore } from '../../src/engine/models/model-store.js';
import { detectVoiceModel } from '../../src/engine/speech/local/detect-voice-model.js';
import { LocalEngine } from '../../src/engine/speech/local/local-engine.js';
import { VOICE_CATALOG } from '../../src/engine/speech/local/voice-model-catalog.js';
import { onnxModel } from '../support/onnx.js';
import { writeToneModel } from '../support/speech-models.js';

/** The built program, because a separate process cannot run the sources. */
const PROGRAM = new URL('../../dist/src/engine/speech/local/speech-process.js', import.meta.url);

/** Voices on this machine, with the real runtime and a model that the test creates. */
describe('voice models', () => {
  const { signal } = new AbortController();
  const open: LocalEngine[] = [];
  let dir: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-voice-models-'));
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((engine) => engine.close()));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  function engine(model: string): LocalEngine {
    const made = new LocalEngine({
      ...{ name: 'own', voice: null, isFree: true, model, timeoutMs: 60_000, program: PROGRAM },
      store: new ModelStore(join(dir, 'models'), loadConfig({}).sources, null, VOICE_CATALOG),
    });
    open.push(made);
    return made;
  }

  const request = (text: string, more: object = {}) => {
    return { text, voice: null, model: null, language: null, speed: 1, pitch: 0, ...more };
  };

  it('speak a sentence in a process of their own', async () => {
    const folder = join(dir, 'tones');
    await writeToneModel(folder, ['hello', 'world']);
    const own = engine(folder);
    const { bytes, times } = await own.speak(request('Hello world.'), { signal });
    expect(times).toBeNull();
    expect(Buffer.from(bytes).toString('latin1', 0, 4)).toBe('RIFF');
    // Ten letters, a space, and a period.
    const seconds = (bytes.length - 44) / 2 / 24_000;
    expect(seconds).toBeGreaterThan(0.9);
    expect(seconds).toBeLessThan(1.6);
    expect(await own.revision()).toMatch(/^local [0-9a-f]{64}$/);
    await expect(own.speak(request('Hello', { voice: 'Rachel' }), { signal })).rejects.toThrow(
      'The voices of the voice engine own are numbers from 0.',
    );
    await expect(own.speak(request('Hello', { voice: '7' }), { signal })).rejects.toThrow(
      'The model has no voice 7.',
    );
  });

  it('fail with a sentence if the model cannot be used', async () => {
    const broken = join(dir, 'broken');
    await mkdir(broken);
    await writeFile(join(broken, 'model.onnx'), 'x');
    await writeFile(join(broken, 'tokens.txt'), 'a 0\n');
    await writeFile(join(broken, 'lexicon.txt'), 'a a\n');
    await expect(engine(broken).speak(request('Hello.'), { signal })).rejects.toThrow(
      /^The (model of the voice engine own cannot be used|voice model cannot be loaded)\.$/,
    );
    await expect(engine('no-such-model').revision()).rejects.toThrow(
      'The speech model "no-such-model" does not exist.',
    );
  });

  it.each<[string, readonly string[], string]>([
    ['kokoro', ['model.onnx', 'voices.bin', 'tokens.txt', 'lexicon-us-en.txt'], 'kokoro'],
    ['piper', ['en_US-amy-low.onnx', 'tokens.txt', 'espeak-ng-data'], 'vits'],
    [
      'matcha',
      ['model-steps-3.onnx', 'vocos-22khz-univ.onnx', 'tokens.txt', 'espeak-ng-data'],
      'matcha',
    ],
    ['lexicon', ['vits-ljs.int8.onnx', 'vits-ljs.onnx', 'tokens.txt', 'lexicon.txt'], 'vits'],
  ])('are detected by their files: %s', async (name, files, kind) => {
    const folder = join(dir, `files-${name}`);
    await mkdir(folder);
    const model = onnxModel({ inputs: [], outputs: [], nodes: [], metadata: { model_type: name } });
    for (const file of files) await writeFile(join(folder, file), model);
    const found = await detectVoiceModel(folder);
    expect(found.kind).toBe(kind);
    expect(JSON.stringify(found.config)).toContain(join(folder, files[0]!));
  });

  it.each<[readonly string[], string]>([
    [[], 'The folder of the model has no .onnx file.'],
    [['a.onnx'], 'The folder of the model has no tokens.txt.'],
    [['a.onnx', 'tokens.txt'], 'The folder of the model has neither espeak-ng-data nor a lexicon.'],
  ])('need files: %j is not enough', async (files, message) => {
    const folder = await mkdtemp(join(dir, 'missing-'));
    for (const file of files) await writeFile(join(folder, file), '');
    await expect(detectVoiceModel(folder)).rejects.toThrow(message);
  });
});
