import { readConfig } from '../../../src/core/project/read-config.js';
import { FORMATS } from './formats.js';
import { formatConfig } from './format-config.js';
import { LOOKS } from './looks.js';
import { makeConfig, makeProbe, makeSlideshow, type Material } from './make-config.js';
import { paceWords } from './pace-words.js';
import { equalScenes, planScenes } from './plan-scenes.js';

const SCRIPT = `The sea was calm. Nobody had seen it like this, not in a hundred years, and not in stories.

It began to rain!`;
const ASSET = 'asset:019ab59e-4c00-7aa0-8d4e-1b2c3d4e5f60';
const MATERIAL: Material = {
  ...{ format: FORMATS[0]!, look: LOOKS[0]!, script: SCRIPT, pictures: [] },
  ...{ speech: null, music: null, captionFile: null, font: null },
};

/** Fails with what the service would say. */
function expectValid(config: unknown): void {
  const options = {
    subtitleDefaults: {},
    localSources: false,
    resolveFont: (family: string) => family,
    fontFamilies: [],
  };
  expect(readConfig(JSON.parse(formatConfig(config)), options)).toMatchObject({ ok: true });
}

describe('paceWords', () => {
  it('gives words times in order, with pauses at the ends of sentences', () => {
    const words = paceWords(SCRIPT);
    expect(words.map(({ word }) => word).join(' ')).toBe(SCRIPT.replace(/\s+/g, ' '));
    expect(words.filter(({ ends }) => ends).map(({ word }) => word)).toEqual([
      'calm.',
      'stories.',
      'rain!',
    ]);
    const gaps = words.slice(1).map(({ start }, index) => start - words[index]!.end);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
    expect(gaps[3]).toBeCloseTo(0.4);
    expect(Math.max(...gaps)).toBeCloseTo(0.8);
  });

  it('is about as fast as people read, and scales', () => {
    const text = 'People who read aloud say about this many words in every minute. '.repeat(20);
    const seconds = paceWords(text).at(-1)!.end;
    expect((240 / seconds) * 60).toBeGreaterThan(130);
    expect((240 / seconds) * 60).toBeLessThan(180);
    expect(paceWords(text, 2).at(-1)!.end).toBeCloseTo(seconds / 2, 1);
  });

  it('takes the lines of a song as sentences, and an empty script as none', () => {
    expect(paceWords('one two\nthree').map(({ ends }) => ends)).toEqual([false, true, true]);
    expect(paceWords('  \n ')).toEqual([]);
  });
});

describe('planScenes', () => {
  const words = paceWords(SCRIPT);
  const seconds = words.at(-1)!.end + 0.5;

  it('begins scenes at sentences, and joins those that are too short', () => {
    const starts = planScenes(words, seconds, 0);
    expect(starts[0]).toBe(0);
    const short = paceWords('Go. Go. Now we are on our way to the mountains.');
    expect(planScenes(short, 6, 1)).toEqual([0]);
    expect(starts.length).toBeLessThanOrEqual(3);
  });

  it('uses each picture at least once, if the words allow it', () => {
    expect(planScenes(words, seconds, 4)).toHaveLength(4);
    expect(planScenes(words, seconds, 50).length).toBeLessThan(10);
    const starts = planScenes(words, seconds, 5);
    expect([...starts].sort((a, b) => a - b)).toEqual(starts);
  });

  it('divides a length without words equally', () => {
    expect(equalScenes(9, 3)).toEqual([0, 3, 6]);
    expect(planScenes([], 5, 1)).toEqual([0]);
  });
});

describe('made configs', () => {
  const words = paceWords(SCRIPT);
  const pictures = [
    { src: ASSET, kind: 'image' as const },
    { src: ASSET, kind: 'video' as const },
  ];

  it.each(
    LOOKS.flatMap((look) => FORMATS.map((format) => [look.id, format.id, look, format] as const)),
  )('are valid in the look %s and the format %s', (_, __, look, format) => {
    const plan = { starts: [0, 3], seconds: 8, words, hasCaptions: true };
    expectValid(makeConfig({ ...MATERIAL, look, format }, plan));
    const all = { ...MATERIAL, look, format, pictures, speech: ASSET, music: ASSET, font: ASSET };
    expectValid(makeConfig(all, { ...plan, words: null }));
    expectValid(makeConfig({ ...all, speech: null, captionFile: ASSET }, { ...plan, words: null }));
    expectValid(makeSlideshow(all, 4));
    expectValid(makeProbe(all));
    expectValid(makeProbe({ ...all, speech: null, captionFile: ASSET }));
  });

  it('are as long as planned, although transitions overlap', () => {
    const plan = { starts: [0, 3, 5.5], seconds: 9, words, hasCaptions: true };
    const { scenes } = makeConfig(MATERIAL, plan) as {
      scenes: { duration: number; transition?: { duration: number } }[];
    };
    const total = scenes.reduce(
      (sum, { duration, transition }) => sum + duration - (transition?.duration ?? 0),
      0,
    );
    expect(total).toBeCloseTo(9);
  });
});

describe('formatConfig', () => {
  it('writes a word on one line, and long things indented', () => {
    const text = formatConfig({ a: 1, words: [{ word: 'x', start: 0 }], long: ['y'.repeat(120)] });
    expect(text).toBe(
      `{\n  "a": 1,\n  "words": [\n    { "word": "x", "start": 0 }\n  ],\n  "long": [\n    "${'y'.repeat(120)}"\n  ]\n}\n`,
    );
    expect(JSON.parse(formatConfig({ e: [], o: {}, n: null, u: undefined }))).toEqual({
      e: [],
      o: {},
      n: null,
    });
  });
});
