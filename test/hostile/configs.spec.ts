import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readConfig, templateIssues } from '../../src/core/project/read-config.js';
import { fuzzCount, fuzzSeed, seededNumbers } from '../support/mutate.js';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const options = {
  resolveFont: (family: string) => family,
  fontFamilies: ['Montserrat'],
  subtitleDefaults: {},
  localSources: false,
};

/** Values that no field expects, and expressions that no author writes. */
const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  Number.MAX_SAFE_INTEGER,
  0.1,
  '',
  '\0',
  '\ud800',
  '{{',
  '{{ a.b.c }}',
  '{{ 1 / 0 }}',
  '{{ "a" * 3 }}',
  `{{ ${'('.repeat(100)} }}`,
  '{{ e }}{{ e }}{{ e }}',
  'a'.repeat(5000),
  '👨‍👩‍👧‍👦'.repeat(100),
  '__proto__',
  'file:///etc/passwd',
  [],
  [[[[]]]],
  {},
  { constructor: {}, toString: null },
  JSON.parse('{"__proto__": {"a": 1}}'),
];
const HOSTILE_NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'iterate',
  'condition',
  'variables',
  '',
];

/** All example configs. */
function examples(): [string, unknown][] {
  const names = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.json') && !name.includes('node_modules'))
    .map((name) => [name, JSON.parse(readFileSync(`${EXAMPLES}${name}`, 'utf8'))]);
}

/** Puts a hostile value or name somewhere. */
function damage(value: unknown, random: () => number): unknown {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const isLeaf = typeof value !== 'object' || value === null;
  if (isLeaf || random() < 0.15) return pick(HOSTILE_VALUES);
  const keys = Object.keys(value);
  if (Array.isArray(value) && keys.length === 0) return [pick(HOSTILE_VALUES)];
  const copy = structuredClone(value) as Record<string, unknown>;
  // JSON gives arrays no other names than their indices.
  const isKnown = Array.isArray(value) || (keys.length > 0 && random() < 0.9);
  const key = pick(isKnown ? keys : HOSTILE_NAMES);
  const inner = damage(copy[key], random);
  if (Array.isArray(copy) && random() < 0.2) copy.push(inner);
  else Object.defineProperty(copy, key, { value: inner, enumerable: true, configurable: true });
  return copy;
}

describe('mutated configs', () => {
  const seed = fuzzSeed('configs');

  it.each(examples())('%s: is a project, or has issues with pointers', (_, example) => {
    const random = seededNumbers(seed);
    for (let time = 0; time < fuzzCount(); time++) {
      let config = example;
      for (let change = 0; change < 3; change++) config = damage(config, random);
      const read = readConfig(config, options);
      const issues = read.ok ? [] : read.issues;
      expect(read.ok || issues.length > 0).toBe(true);
      expect(issues.every(({ pointer }) => pointer === '' || pointer.startsWith('/'))).toBe(true);
      expect(JSON.stringify(issues).length).toBeLessThan(1 << 20);
      for (const { pointer } of templateIssues(config, options, () => true)) {
        expect(typeof pointer).toBe('string');
      }
    }
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });
});
