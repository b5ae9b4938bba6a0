import { readdir, readFile } from 'node:fs/promises';
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
  const timer = new WordTimer();

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
          words: null,
          language: 'en',
          pointer: '',
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

  it('says what would help when nothing tells the words', async () => {
    const request = {
      samples: new Float32Array(16_000),
      text: null,
      words: null,
      language: 'auto',
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
