import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAlignmentEngine } from '../../src/engine/alignment/alignment-engine.js';
import { TimingCache } from '../../src/engine/subtitle-timing/timing-cache.js';
import type { SubtitleTimingService } from '../../src/engine/subtitle-timing/subtitle-timing.service.js';
import { plainErrors, readSentences, samplesOf, type SpokenSentence } from '../support/scripts.js';
import { readWav16k, trueWords } from '../support/speech.js';
import { timingService } from '../support/timing-service.js';

const FOLDER = new URL('../media/speech/', import.meta.url);
/** Allowed median and 90th percentile of the onset error, in ms, by kind of recording. */
const LIMITS: Readonly<Record<string, readonly [number, number]>> = {
  clean: [25, 75],
  noise10: [35, 150],
  music10: [35, 150],
  pause: [40, 100],
};

describe('word timing from a script', () => {
  it('is tried with every kind of recording that there is', async () => {
    const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.json'));
    const kinds = names.map((name) => name.replace(/^.*__|\.json$/g, ''));
    expect(new Set(kinds)).toEqual(new Set(Object.keys(LIMITS)));
  });

  const aligner = createAlignmentEngine(1);
  let timer: SubtitleTimingService;
  const { signal } = new AbortController();

  beforeAll(async () => {
    timer = await timingService({ aligner });
  });

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
        const { words, method, warnings } = await timer.time({
          samples,
          text: truth.text,
          language: 'en',
          pointer: '',
          signal,
        });
        expect(method).toBe('aligned');
        // The script is right, also with noise and music.
        expect([name, warnings]).toEqual([name, []]);
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

  it.each(['english-espeak', 'english-festival', 'french-espeak'])(
    'recovers from numbers, signs and names in whole sentences: %s',
    async (name) => {
      const spoken = await readSentences(name);
      const language = name.startsWith('french') ? 'fr' : 'en';
      const errors: number[] = [];
      for (const sentence of spoken.sentences) {
        const { words, method } = await timer.time({
          samples: samplesOf(spoken, sentence),
          text: sentence.script,
          language,
          pointer: '',
          signal,
        });
        expect(method).toBe('aligned');
        errors.push(...plainErrors(sentence, words));
      }
      errors.sort((a, b) => a - b);
      const at = (share: number) => errors[Math.floor((errors.length - 1) * share)]!;
      process.stdout.write(`${name}: median ${at(0.5).toFixed(0)}, max ${at(1).toFixed(0)} ms\n`);
      expect(errors.length).toBeGreaterThan(90);
      expect(at(0.5)).toBeLessThanOrEqual(25);
      expect(at(0.99)).toBeLessThanOrEqual(250);
      expect(at(1)).toBeLessThanOrEqual(500);
    },
    240_000,
  );

  it('aligns minutes of such sentences at once, without drifting', async () => {
    const { samples, sentences } = await readSentences('english-festival');
    const whole: SpokenSentence = {
      script: sentences.map(({ script }) => script).join(' '),
      start: 0,
      end: samples.length / 16_000,
      words: sentences.flatMap(({ words }) => words),
    };
    expect(whole.end).toBeGreaterThan(300);
    const request = { samples, text: whole.script, language: 'en', pointer: '', signal };
    const { words, warnings } = await timer.time(request);
    const errors = plainErrors(whole, words).sort((a, b) => a - b);
    expect(warnings).toEqual([]);
    expect(errors[errors.length >> 1]).toBeLessThanOrEqual(25);
    expect(errors[Math.floor(errors.length * 0.99)]).toBeLessThanOrEqual(250);
  }, 240_000);

  describe('a script that differs from the speech', () => {
    const clip = async (name: string) => {
      const { text, words } = trueWords(
        JSON.parse(await readFile(new URL(`${name}.json`, FOLDER), 'utf8')),
      );
      const samples = await readWav16k(new URL(`${name}.wav`, FOLDER));
      return { samples, text, words };
    };
    const time = (samples: Float32Array, text: string, language = 'en') =>
      timer.time({ samples, text, language, pointer: '/scenes/0/elements/0', signal });

    it('is not aligned when it is in another language', async () => {
      const { samples } = await clip('u8_flite_awb__clean');
      const french = "Le matin, toute l'équipe rassemble les chiffres et rédige un court rapport.";
      const { method, warnings } = await time(samples, french);
      expect([method, warnings]).toEqual([
        'approximate',
        [expect.stringContaining('/scenes/0/elements/0 does not seem to match the speech')],
      ]);
    }, 60_000);

    it('is reported when it is another script', async () => {
      for (const [spoken, written] of [
        ['u8_flite_awb__clean', 'u6_fest_slt_slow__clean'],
        ['u1_espeak_f3__clean', 'u4_fest_kal__clean'],
        ['u7_flite_rms__music10', 'u10_flite_rms_long__clean'],
      ] as const) {
        const { warnings } = await time((await clip(spoken)).samples, (await clip(written)).text);
        expect(warnings.join(' ')).toMatch(/does not seem to match the speech|Check that it is/);
      }
    }, 60_000);

    it('is reported when it is longer than the speech, without its unspoken end', async () => {
      const { samples, text, words } = await clip('u10_flite_rms_long__clean');
      const more = (await clip('u8_flite_awb__clean')).text;
      const timed = await time(samples, `${text} ${more}`);
      expect(timed.method).toBe('aligned');
      expect(timed.warnings.join(' ')).toMatch(/words of the script at \S+ are not spoken/);
      words.forEach(({ startMs }, index) => {
        if (startMs !== null) {
          expect(Math.abs(timed.words[index]!.startMs - startMs)).toBeLessThan(300);
        }
      });
    }, 60_000);

    it('is reported when it lacks speech, and its other words keep their times', async () => {
      const { samples, words } = await clip('u10_flite_rms_long__clean');
      const [from, to] = [18, 36];
      const left = words.filter((_, index) => index < from || index >= to);
      const timed = await time(samples, left.map(({ text }) => text).join(' '));
      expect(timed.warnings.join(' ')).toMatch(
        /The recording has speech that is not in the script/,
      );
      left.forEach(({ startMs }, index) => {
        // Words next to the missing ones can match the missing speech, too.
        if (startMs !== null && Math.abs(index - from + 0.5) > 2) {
          expect(Math.abs(timed.words[index]!.startMs - startMs)).toBeLessThan(300);
        }
      });
    }, 60_000);

    it('is aligned as French when French fits better', async () => {
      const spoken = await readSentences('french-espeak');
      const whole = spoken.sentences.slice(0, 4);
      const samples = spoken.samples.slice(0, Math.round(whole.at(-1)!.end * 16_000));
      const text = whole.map(({ script }) => script).join(' ');
      const { method, warnings } = await time(samples, text, 'auto');
      expect([method, warnings]).toEqual(['aligned', []]);
    }, 60_000);

    it('costs little when it is far too long', async () => {
      const { samples } = await clip('u7_flite_rms__clean');
      const { method, warnings } = await time(samples, '1234567890 '.repeat(5000));
      expect(method).toBe('approximate');
      expect(warnings).toHaveLength(1);
    });
  });

  it('marks times as approximate without a model', async () => {
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

  it('names the element of this job, not of the job that filled the cache', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'videocraft-times-'));
    try {
      const keeping = await timingService({ aligner, cache: new TimingCache(folder) });
      const samples = await readWav16k(new URL('u7_flite_rms__clean.wav', FOLDER));
      const request = { samples, text: 'Goede morgen allemaal', language: 'nl', signal };
      for (const [pointer, at] of [
        ['/a', 'at /a are'],
        ['/b', 'at /b are'],
        ['', 'The word times are'],
      ] as const) {
        const { warnings } = await keeping.time({ ...request, pointer });
        expect(warnings).toEqual([expect.stringContaining(at)]);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('reports that there is no speech', async () => {
    const request = { samples: new Float32Array(32_000), text: 'Hello' };
    await expect(
      timer.time({ ...request, language: 'en', pointer: '/a', signal }),
    ).rejects.toMatchObject({ code: 'TIMING_UNAVAILABLE', pointer: '/a' });
  });

  it('suggests alternatives when there is no source of words', async () => {
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
