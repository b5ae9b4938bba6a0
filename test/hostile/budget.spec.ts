import type { LimitName } from '../../src/core/budget/limits.js';
import { DEFAULT_LIMITS, LIMITS } from '../../src/core/budget/limits.js';
import { readConfig } from '../../src/core/project/read-config.js';
import { expandVariables } from '../../src/core/project/variables/expand-variables.js';

const OPTIONS = {
  subtitleDefaults: {},
  localSources: false,
  resolveFont: (family: string) => family,
  fontFamilies: ['Inter'],
};
const read = (config: unknown, changes: Partial<Record<LimitName, number>> = {}) =>
  readConfig(config, { ...OPTIONS, limits: { ...DEFAULT_LIMITS, ...changes } });
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const refusal = (pointer: string, name: LimitName) => ({
  ok: false,
  issues: [
    { pointer, message: expect.stringContaining(`sets the limit with ${LIMITS[name].variable}.`) },
  ],
});

const text = (more: object = {}) => ({ type: 'text', text: '{{t}}', ...more });
const letters = 'x'.repeat(5_000);
const words = many(20_000, (at) => ({ word: 'lesson', start: at / 3, end: at / 3 + 0.3 }));
const src = 'https://example.com/a.mp4';
const shapes = ['9:16', '1:1', '4:5'].map((ratio) => ({ type: 'video', ratio }));

describe('the budget of a config', () => {
  it.each<[string, unknown, string, LimitName]>([
    [
      '500 texts of 5,000 characters by a template',
      { variables: { t: letters }, scenes: [{ duration: 5, elements: many(500, () => text()) }] },
      '/scenes/0/elements/0',
      'glyphs',
    ],
    [
      'texts whose every frame is a state',
      {
        variables: { t: letters },
        fps: 60,
        scenes: [
          {
            duration: 60,
            elements: many(20, () => text({ 'fade-in': 10, 'fade-out': 10 })),
          },
        ],
      },
      '/scenes/0/elements/0',
      'drawnGlyphs',
    ],
    [
      '300 scenes that iterate over 50,000 items and drop all',
      {
        variables: { list: many(50_000, () => 1) },
        scenes: many(300, () => ({ iterate: 'list', condition: 'false', duration: 1 })),
      },
      '/scenes/2/iterate',
      'expansionSteps',
    ],
    [
      'a costly condition for each item',
      {
        variables: { list: many(20_000, () => 1) },
        scenes: [{ iterate: 'list', condition: many(200, () => '1').join('+') + ' == 0' }],
      },
      '/scenes/0/condition',
      'expansionSteps',
    ],
    [
      'conditions that compare thousands of long texts',
      {
        variables: { a: 'a'.repeat(200_000), list: many(2_000, () => 1) },
        scenes: [{ iterate: 'list', condition: 'upper(a) == lower(a)' }],
      },
      '/scenes/0/condition',
      'expansionSteps',
    ],
    [
      'names of thousands of variables for messages that nobody sees',
      {
        variables: Object.fromEntries(many(5_000, (at) => [`v${at}`, at])),
        scenes: many(900, () => ({
          duration: 1,
          elements: many(50, () => ({ type: 'text', text: '{{ missing }}' })),
        })),
      },
      '/scenes/377/elements/10/text',
      'expansionSteps',
    ],
  ])('refuses %s', (_, config, pointer, name) => {
    const result = read(config);
    const first = result.ok ? [] : result.issues.slice(0, 1);
    expect({ ok: result.ok, issues: first }).toEqual(refusal(pointer, name));
  });

  it.each<[string, unknown]>([
    [
      'a course of 4 hours with as many caption words as a config can list',
      {
        scenes: [{ duration: 14_400, elements: [{ type: 'video', src }] }],
        elements: [{ type: 'subtitles', words, settings: { style: 'bounce' } }],
      },
    ],
    [
      '500 scenes of a batch item in all shapes',
      {
        variables: { t: 'A short title of a scene' },
        scenes: many(500, () => ({
          duration: 5,
          elements: [
            { type: 'shape', shape: 'rectangle', width: 800, height: 200 },
            text({ 'fade-in': 0.5 }),
            { type: 'image', src, zoom: 1.1 },
          ].slice(0, 2),
        })),
      },
    ],
    [
      'a 4K short with moving layers',
      {
        resolution: '4k',
        fps: 60,
        scenes: [
          { duration: 60, elements: many(10, () => ({ type: 'video', src, duration: 60 })) },
        ],
      },
    ],
  ])('accepts %s', (_, config) => {
    const result = read(config);
    expect(result.ok ? [] : result.issues).toEqual([]);
  });

  it('names the part that adds most, the amount, the limit, and its variable', () => {
    const scenes = [
      { duration: 1, elements: [{ type: 'text', text: 'abc' }] },
      { duration: 1, elements: [{ type: 'text', text: 'abcdefgh' }] },
    ];
    expect(read({ scenes }, { glyphs: 10 })).toEqual({
      ok: false,
      issues: [
        {
          pointer: '/scenes/1/elements/0',
          message:
            'Expected at most 10 characters of texts and captions in all shapes of the video, but got 11. The operator sets the limit with VIDEOCRAFT_LIMITS_GLYPHS.',
        },
      ],
    });
    expect(read({ scenes }, { glyphs: 11 })).toMatchObject({ ok: true });
  });

  it('counts every shape before it reads one', () => {
    const scenes = many(100, () => ({ duration: 1 }));
    const config = { scenes, outputs: shapes };
    const result = read(config);
    expect(result.ok ? [] : result.issues).toEqual([]);
    expect(read(config, { values: 500 })).toMatchObject(refusal('/outputs', 'values'));
    expect(read(config, { elements: 399 })).toMatchObject(refusal('/scenes/0', 'elements'));
  });
});

describe('issues', () => {
  it('are bounded, whatever names and values a caller chooses', () => {
    const name = 'n'.repeat(100_000);
    const variables = { list: many(200, () => 1) };
    const config = { variables, [name]: many(500, () => '{{ ( }}'), scenes: many(500, () => name) };
    const result = read(config);
    const length = JSON.stringify(result.ok ? [] : result.issues).length;
    expect(length).toBeLessThan(400_000);
    expect(result.ok).toBe(false);
  });
});

describe('the steps of an expansion', () => {
  it('grow with the work, and are counted before it', () => {
    const config = (items: number) => ({
      variables: { list: many(items, () => 1) },
      scenes: [{ iterate: 'list', condition: 'item == 2', duration: 1 }],
    });
    const leastSteps = (items: number) => {
      let [bad, good] = [0, 1_000_000];
      while (good - bad > 1) {
        const expansionSteps = Math.floor((good + bad) / 2);
        const { isStopped } = expandVariables(config(items), undefined, { expansionSteps });
        if (isStopped) bad = expansionSteps;
        else good = expansionSteps;
      }
      return good;
    };
    const [once, twice] = [leastSteps(1_000), leastSteps(2_000)];
    expect(twice / once).toBeGreaterThan(1.9);
    expect(twice / once).toBeLessThan(2.1);
  });
});
