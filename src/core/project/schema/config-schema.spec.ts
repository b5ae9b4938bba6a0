import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import type { Schema } from '../../fields/schema.js';
import { COMPONENTS } from '../components/catalog.js';
import { videoConfigSchema } from './config-schema.js';
import { parseProject, type ParseOptions } from '../parse-project.js';

const OPTIONS: ParseOptions = {
  subtitleDefaults: {},
  localSources: false,
  resolveFont: (family) => family,
  fontFamilies: ['DejaVu Sans'],
  drawsHtml: true,
};
const SCHEMA = videoConfigSchema();
const accepts = new Ajv2020({ strict: true, allErrors: false }).compile(SCHEMA);
const definitions = SCHEMA['$defs'] as Record<string, Schema>;
const src = 'https://example.com/a';

const GIVEN: Readonly<Record<string, object>> = {
  audio: { src },
  voice: { text: 'Hello.' },
  image: { src },
  html: { html: '<b>a</b>' },
  video: { src },
  text: { text: 'a' },
  subtitles: {},
  shape: {},
  group: {},
  component: { component: 'rating' },
};

/** An object for the field with its name in an image. */
const inElement = (
  field: string,
  title = field,
  element: object = { type: 'image', src },
  whole: object = {},
) => ({
  [title]: {
    pointer: `/scenes/0/elements/0/${field}`,
    config: (part: object) => ({
      scenes: [{ duration: 1, elements: [{ ...element, [field]: { ...whole, ...part } }] }],
    }),
  },
});

/** A config whose second element follows the first. */
const sequence = (part: object) => ({
  scenes: [
    {
      duration: 1,
      elements: [
        { type: 'image', src, id: 'a', duration: 1 },
        { type: 'image', src, ...part },
      ],
    },
  ],
});

/** A valid config that contains an object of each type, and the position of that object. */
const ELEMENTS = [
  ...['audio', 'voice', 'image', 'html', 'video', 'shape'],
  ...['text', 'waveform', 'group', 'component', 'subtitles'],
];

const HOLDERS: Readonly<Record<string, { pointer: string; config: (part: object) => unknown }>> = {
  config: { pointer: '', config: (part) => ({ scenes: [{ duration: 1 }], ...part }) },
  scene: {
    pointer: '/scenes/1',
    config: (part) => ({ scenes: [{ duration: 1 }, { duration: 2, ...part }] }),
  },
  transition: {
    pointer: '/scenes/1/transition',
    config: (transition) => ({ scenes: [{ duration: 9 }, { duration: 9, transition }] }),
  },
  ducking: {
    pointer: '/scenes/0/elements/0/ducking',
    config: (ducking) => ({
      scenes: [{ duration: 1, elements: [{ type: 'audio', src, ducking }] }],
    }),
  },
  start: {
    pointer: '/scenes/0/elements/1/start',
    config: (part) => sequence({ start: { after: 'a', ...part } }),
  },
  duration: {
    pointer: '/scenes/0/elements/1/duration',
    config: (part) => sequence({ duration: { 'same-as': 'a', ...part } }),
  },
  word: {
    pointer: '/elements/0/words/0',
    config: (word) => ({
      scenes: [{ duration: 1 }],
      elements: [{ type: 'subtitles', words: [{ word: 'a', start: 0, end: 1, ...word }] }],
    }),
  },
  ...Object.fromEntries(
    [
      ['text-settings', 'settings'],
      ['text-animation', 'animate-in'],
    ].map(([title, field]) => [
      title,
      {
        pointer: `/scenes/0/elements/0/${field}`,
        config: (part: object) => ({
          scenes: [{ duration: 1, elements: [{ type: 'text', text: 'a', [field!]: part }] }],
        }),
      },
    ]),
  ),
  'text-run': {
    pointer: '/scenes/0/elements/0/runs/0',
    config: (part) => ({
      scenes: [{ duration: 1, elements: [{ type: 'text', runs: [{ text: 'a', ...part }] }] }],
    }),
  },
  'run-settings': {
    pointer: '/scenes/0/elements/0/runs/0/settings',
    config: (settings) => ({
      scenes: [{ duration: 1, elements: [{ type: 'text', runs: [{ text: 'a', settings }] }] }],
    }),
  },
  ...inElement('crop'),
  ...inElement('rotate', 'rotation'),
  ...inElement('fill', 'gradient', { type: 'shape' }, { colors: ['#000000', '#FFFFFF'] }),
  ...inElement('keyframes'),
  ...inElement('animate-in', 'animation'),
  ...inElement('animate', 'loop-animation', { type: 'image', src }, { style: 'pulse' }),
  ...inElement('keyframes', 'audio-keyframes', { type: 'audio', src }),
  ...inElement('keyframes', 'video-keyframes', { type: 'video', src }),
  ...inElement('correction'),
  ...inElement('chroma-key'),
  ...inElement('mask'),
  ...componentHolders(),
  ...inElement('matte', 'matte', undefined, { element: { type: 'shape' } }),
  ...Object.fromEntries(
    ['video', 'poster', 'preview', 'audio'].map((type) => [
      `output-${type}`,
      {
        pointer: '/outputs/0',
        config: (part: object) => ({
          scenes: [{ duration: 1 }],
          outputs: [{ type, ...(type === 'video' ? { ratio: '1:1' } : {}), ...part }],
        }),
      },
    ]),
  ),
  webhook: {
    pointer: '/webhook',
    config: (part) => ({ scenes: [{ duration: 1 }], webhook: { url: src, ...part } }),
  },
  destination: {
    pointer: '/destinations/0',
    config: (part) => ({ scenes: [{ duration: 1 }], destinations: [{ name: 'a', ...part }] }),
  },
  'caption-settings': {
    pointer: '/elements/0/settings',
    config: (settings) => ({
      scenes: [{ duration: 1 }],
      elements: [{ type: 'subtitles', settings }],
    }),
  },
  'caption-margins': {
    pointer: '/elements/0/settings/safe-area',
    config: (margins) => ({
      scenes: [{ duration: 1 }],
      elements: [{ type: 'subtitles', settings: { 'safe-area': margins } }],
    }),
  },
  ...Object.fromEntries(
    ELEMENTS.map((type) => [
      type,
      {
        pointer: '/scenes/0/elements/0',
        config: (part: object) => ({
          scenes: [
            {
              duration: 1,
              elements: [{ type, ...GIVEN[type], ...part }],
            },
          ],
        }),
      },
    ]),
  ),
};

/** The settings of each component. Those of its example are valid. */
function componentHolders() {
  const holder = (component: string, example: object, at = '') => ({
    pointer: `/scenes/0/elements/0/settings${at}`,
    config: (part: object) => {
      const settings = at === '' ? { ...example, ...part } : { data: [{ value: 1, ...part }] };
      return { scenes: [{ duration: 1, elements: [{ type: 'component', component, settings }] }] };
    },
  });
  return {
    ...Object.fromEntries(
      COMPONENTS.map(({ name, example }) => [`${name}-settings`, holder(name, example)]),
    ),
    'chart-value': holder('chart', {}, '/data/0'),
  };
}

interface Keywords {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Values that a schema rejects, according to its keywords. */
function wrongValues(schema: Schema): unknown[] {
  const { $ref, anyOf, type, minimum, maximum, maxLength, minItems, maxItems } = schema as Keywords;
  if ($ref !== undefined) return [7, 'text', [1]];
  if (anyOf !== undefined) {
    return anyOf.flatMap(wrongValues).filter((value) => refuses(schema, value));
  }
  const wrong: unknown[] = [null, true, { a: 1 }, [[]], 'no such value'];
  if (minimum !== undefined) wrong.push(minimum - 1);
  if (maximum !== undefined) wrong.push(maximum + 1);
  if (type === 'integer') wrong.push(minimum! + 0.5);
  if (schema['multipleOf'] !== undefined) wrong.push(minimum! + 1);
  if (maxLength !== undefined) wrong.push('x'.repeat(maxLength + 1));
  if (minItems !== undefined && minItems > 0) wrong.push([]);
  if (maxItems !== undefined) wrong.push(Array.from({ length: maxItems + 1 }, () => null));
  return wrong.filter((value) => refuses(schema, value));
}

const parts = new Ajv2020({ strict: false }).addSchema({ $id: 'all', $defs: definitions });
const validators = new Map<Schema, (value: unknown) => boolean>();

function refuses(schema: Schema, value: unknown): boolean {
  const { $ref } = schema;
  const whole = typeof $ref === 'string' ? { $ref: `all${$ref}` } : qualified(schema);
  const validator = validators.get(schema) ?? parts.compile(whole);
  validators.set(schema, validator);
  return !validator(value);
}

function qualified(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs', '"all#/$defs')) as Schema;
}

const fields = Object.entries({ config: SCHEMA, ...definitions }).flatMap(([title, schema]) =>
  Object.entries(schema['properties'] as Record<string, Schema>).map(
    ([name, field]) => [title, name, field] as const,
  ),
);

describe('videoConfigSchema', () => {
  it('has a test position for every object type', () => {
    expect(Object.keys(HOLDERS).sort()).toEqual(['config', ...Object.keys(definitions)].sort());
    for (const { config } of Object.values(HOLDERS)) {
      expect(accepts(config({}))).toBe(true);
      expect(parseProject(config({}), OPTIONS)).toMatchObject({ ok: true });
    }
  });

  it.each(fields)('%s: every invalid %s is rejected at its position', (title, name, field) => {
    const { pointer, config } = HOLDERS[title]!;
    for (const value of wrongValues(field)) {
      const input = config({ [name]: value });
      expect([value, accepts(input)]).toEqual([value, false]);
      const result = parseProject(input, OPTIONS);
      const pointers = result.ok ? [] : result.issues.map((issue) => issue.pointer);
      // A value of the wrong type has no fields to check. In an invalid list or object, the parts
      // are invalid.
      expect([value, pointers.some((at) => at.startsWith(`${pointer}/${name}`))]).toEqual([
        value,
        true,
      ]);
    }
  });

  it('rejects unknown fields in every object type, like the reader', () => {
    for (const { config, pointer } of Object.values(HOLDERS)) {
      const input = config({ 'no-such-field': 1 });
      expect(accepts(input)).toBe(false);
      expect(parseProject(input, OPTIONS)).toMatchObject({
        ok: false,
        issues: [{ pointer: `${pointer}/no-such-field` }],
      });
    }
  });

  it('agrees with the reader about any value of any field', () => {
    const anyField = fc.constantFrom(...fields);
    const anyValue = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.integer({ min: -20, max: 5000 }),
      fc.constantFrom(
        '#a0B1c2',
        '#00000000',
        'center-top',
        'cover',
        'left',
        'fade',
        '50%',
        'both',
        0.5,
        src,
      ),
    );
    const agree = fc.property(anyField, anyValue, ([title, name], value) => {
      const input = HOLDERS[title]!.config({ [name]: value });
      const result = parseProject(input, OPTIONS);
      if (result.ok) return accepts(input);
      // Only the reader compares values, such as the start and the end of a word.
      return !accepts(input) || TOGETHER.test(result.issues[0]!.message);
    });
    expect(fc.check(agree, { numRuns: 500 })).toMatchObject({ failed: false });
  });
});

const TOGETHER =
  /already used|not after|earlier than|contains no words|no visible characters|requires|length|cannot be combined|to be a word, but got "\s*"|cannot be used|not a known word list|Set either "name"|"runs"|larger than "font-size-max"|pixels, but got|the "path" must|are the same field|has the ID|in a circle|lasts until the end/;
