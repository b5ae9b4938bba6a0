import { readdir, readFile } from 'node:fs/promises';
import { writtenWords } from '../../src/core/timing/written-words.js';
import { createAlignEngine } from '../../src/engine/timing/align-pool.js';
import { Aligner } from '../../src/engine/timing/aligner.js';
import { WordTimer } from '../../src/engine/timing/word-timer.js';
import { readWav16k, trueWords } from '../factories/speech.js';

const FOLDER = new URL('../media/speech/', import.meta.url);
/** Allowed median and 90th percentile of the onset error, in ms, by kind of recording. */
const LIMITS: Readonly<Record<string, readonly [number, number]>> = {
  clean: [25, 75],
  noise10: [35, 150],
  music10: [35, 150],
  pause: [40, 100],
};

describe('word timing from a script', () => {
  const aligner = createAlignEngine(1);
  const timer = new WordTimer({ aligner, recognizer: null, cache: null });
  const { signal } = new AbortController();

  afterAll(() => aligner.close());

  it.each(Object.entries(LIMITS))(
    'finds onsets in %s recordings',
    async (kind, [medianLimit, p90Limit]) => {
      const errors: number[] = [];
      for (const name of (await readdir(FOLDER)).filter((file) =>
        file.endsWith(`__${kind}.json`),
      )) {
        const truth = trueWords(JSON.parse(await readFile(new URL(name, FOLDER), 'utf8')));
        const samples = await readWav16k(new URL(name.replace('.json', '.wav'), FOLDER));
        const { words, method } = await timer.time({
          samples,
          text: truth.text,
          language: 'en',
          pointer: '',
          signal,
        });
        expect(method).toBe('aligned');
        expect(words.map((word) => word.text)).toEqual(truth.words.map((word) => word.text));
        truth.words.forEach((word, index) => {
          if (word.startMs !== null) errors.push(Math.abs(words[index]!.startMs - word.startMs));
        });
      }
      errors.sort((a, b) => a - b);
      expect(errors.length).toBeGreaterThan(40);
      const median = errors[Math.floor(errors.length / 2)]!;
      const p90 = errors[Math.floor(errors.length * 0.9)]!;
      process.stdout.write(`${kind}: median ${median.toFixed(0)} ms, p90 ${p90.toFixed(0)} ms\n`);
      expect(median).toBeLessThanOrEqual(medianLimit);
      expect(p90).toBeLessThanOrEqual(p90Limit);
    },
    120_000,
  );

  it.each([
    ['at once', 600_000],
    ['window by window', 60_000],
  ])(
    'aligns a recording of many speakers %s',
    async (how, windowMs) => {
      const pieces: Float32Array[] = [];
      const expected: { text: string; startMs: number | null }[] = [];
      let offset = 0;
      const names = (await readdir(FOLDER)).filter((file) => file.endsWith('__clean.json')).sort();
      {
        for (const name of names) {
          const truth = trueWords(JSON.parse(await readFile(new URL(name, FOLDER), 'utf8')));
          const samples = await readWav16k(new URL(name.replace('.json', '.wav'), FOLDER));
          for (const { text, startMs } of truth.words) {
            expected.push({ text, startMs: startMs === null ? null : startMs + offset / 16 });
          }
          const gap = new Float32Array(16_000 * 0.4);
          pieces.push(samples, gap);
          offset += samples.length + gap.length;
        }
      }
      const samples = new Float32Array(offset);
      pieces.reduce((at, piece) => {
        samples.set(piece, at);
        return at + piece.length;
      }, 0);
      expect(offset / 16_000).toBeGreaterThan(90);
      const text = expected.map((word) => word.text).join(' ');
      const written = writtenWords(text);
      const words = (await new Aligner(windowMs).align({ samples, written, language: 'en' }))!;
      expect(words).toHaveLength(expected.length);
      const errors = expected.flatMap(({ startMs }, index) =>
        startMs === null ? [] : [Math.abs(words[index]!.startMs - startMs)],
      );
      errors.sort((a, b) => a - b);
      const [median, p90] = [0.5, 0.9].map((share) => errors[Math.floor(errors.length * share)]!);
      process.stdout.write(
        `${(offset / 16_000).toFixed(0)} s ${how}: median ${median} ms, p90 ${p90} ms\n`,
      );
      expect(median).toBeLessThanOrEqual(25);
      expect(p90).toBeLessThanOrEqual(75);
    },
    120_000,
  );

  it('marks times as approximate where there is no model', async () => {
    const name = 'u7_flite_rms__clean';
    const truth = trueWords(JSON.parse(await readFile(new URL(`${name}.json`, FOLDER), 'utf8')));
    const samples = await readWav16k(new URL(`${name}.wav`, FOLDER));
    const { text } = truth;
    const request = { samples, text, language: 'nl', pointer: '/a', signal };
    const { words, method, warnings } = await timer.time(request);
    expect(method).toBe('approximate');
    expect(warnings[0]).toContain('/a');
    const errors = truth.words.flatMap(({ startMs }, index) =>
      startMs === null ? [] : [Math.abs(words[index]!.startMs - startMs)],
    );
    expect(errors.sort((a, b) => a - b)[errors.length >> 1]).toBeLessThan(150);
  });

  it('aligns with the French model', async () => {
    // Nobody speaks French in the test media: what counts here is that the model loads, takes words
    // it knows and words it does not, and lays them inside the sound.
    const samples = await readWav16k(new URL('u7_flite_rms__clean.wav', FOLDER));
    const text = "Bonjour à tous, l'été 2024 fut videocraftesque.";
    const request = { samples, text, language: 'fr', pointer: '', signal };
    const { words, method } = await timer.time(request);
    expect(method).toBe('aligned');
    expect(words.map((word) => word.text).join(' ')).toBe(text);
    expect(words.at(-1)!.endMs).toBeLessThanOrEqual((samples.length / 16_000) * 1000);
  });

  it('says that there is no speech', async () => {
    const request = { samples: new Float32Array(32_000), text: 'Hello' };
    await expect(
      timer.time({ ...request, language: 'en', pointer: '/a', signal }),
    ).rejects.toMatchObject({ code: 'TIMING_UNAVAILABLE', pointer: '/a' });
  });

  it('says what would help when nothing tells the words', async () => {
    const request = {
      samples: new Float32Array(16_000),
      text: null,
      language: 'auto',
      signal,
    };
    await expect(timer.time({ ...request, pointer: '/scenes/0/elements/0' })).rejects.toMatchObject(
      {
        code: 'TIMING_UNAVAILABLE',
        pointer: '/scenes/0/elements/0',
        message: expect.stringContaining('"text"') as string,
      },
    );
  });
});
