import { paceWords } from '../timeline/pace-words.js';
import { formatConfig } from './format-config.js';
import { FORMATS } from './formats.js';
import { LOOKS } from './looks.js';
import { makeConfig, type Material } from './make-config.js';
import { equalScenes, planScenes, secondsFor } from './plan-scenes.js';

const SCRIPT = `The sea was calm. Nobody had seen it like this, not in a hundred years, and not in stories.

It began to rain!`;
const MATERIAL: Material = {
  ...{ format: FORMATS[0]!, look: LOOKS[0]!, script: SCRIPT, pictures: [] },
  ...{ speech: null, music: null, captionFile: null, font: null },
};

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
    expect(planScenes(words, seconds, 50).length).toBeLessThan(12);
    const starts = planScenes(words, seconds, 5);
    expect([...starts].sort((a, b) => a - b)).toEqual(starts);
  });

  it('uses each picture of a short script, also within words', () => {
    const few = paceWords('The sea was calm.');
    expect(planScenes(few, 3.9, 2)).toEqual([0, 1.95]);
    expect(planScenes(few, 3.9, 3)).toEqual([0, 1.3, 2.6]);
    // No picture flickers.
    expect(planScenes(few, 3.9, 9)).toEqual([0, 1.3, 2.6]);
    expect(planScenes(few, secondsFor(9), 9)).toHaveLength(9);
  });

  it('divides a length without words equally', () => {
    expect(equalScenes(9, 3)).toEqual([0, 3, 6]);
    expect(equalScenes(3, 50)).toEqual([0, 1.5]);
    expect(planScenes([], 5, 1)).toEqual([0]);
  });
});

describe('made configs', () => {
  const words = paceWords(SCRIPT);

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
