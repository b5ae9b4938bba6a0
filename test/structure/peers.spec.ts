import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { importerOf } from '../../src/core/project/importer-of.js';
import { readConfig } from '../../src/core/project/read-config.js';
import { FontCatalog } from '../../src/engine/fonts/font-catalog.js';

const PEERS = fileURLToPath(new URL('../fixtures/peers/', import.meta.url));

/**
 * Configs that people wrote for other systems: their structure, with other texts, names, and addresses. The share of them
 * that is accepted, at least.
 */
const LEAST: Readonly<Record<string, number>> = {
  creatomate: 0.85,
  editly: 0.9,
  json2video: 0.94,
  shotstack: 0.9,
};

/** What stays refused, by a part of the message. */
const REFUSED =
  /^\/(template|template_id|templateId|tags): Templates of (JSON2Video|Creatomate)|\/prompt: Media cannot be generated/;

describe('configs of other systems', () => {
  it.each(Object.entries(LEAST))('of %s are accepted', async (system, least) => {
    const fonts = await FontCatalog.load(null);
    const options = {
      subtitleDefaults: {},
      // Specs of editly have paths of files beside them.
      localSources: system === 'editly',
      resolveFont: (family: string) => fonts.resolve(family),
      fontFamilies: fonts.families(),
    };
    const files = (await readdir(`${PEERS}${system}`)).sort();
    const refused = new Map<string, string[]>();
    let known = 0;
    for (const file of files) {
      const config: unknown = JSON.parse(await readFile(`${PEERS}${system}/${file}`, 'utf8'));
      if (importerOf(config)?.format === system) known++;
      const result = readConfig(config, options);
      if (!result.ok)
        refused.set(
          file,
          result.issues.map(({ pointer, message }) => `${pointer}: ${message}`),
        );
    }
    const accepted = files.length - refused.size;
    process.stdout.write(
      `${system}: ${accepted} of ${files.length} accepted, ${known} known by shape\n`,
    );
    if (process.env['SHOW_REFUSED'] === '1')
      process.stdout.write(`${JSON.stringify([...refused], null, 1)}\n`);
    const others = [...refused].filter(([, issues]) =>
      issues.some((issue) => !REFUSED.test(issue)),
    );
    expect(others).toEqual([]);
    expect(accepted / files.length).toBeGreaterThanOrEqual(least);
  });

  it.each(Object.keys(LEAST))(
    'of %s with wrong values are refused or read, and never throw',
    async (system) => {
      const options = {
        ...{ subtitleDefaults: {}, localSources: false, fontFamilies: ['Inter'] },
        resolveFont: (family: string) => (family === 'Inter' ? family : null),
      };
      for (const file of await readdir(`${PEERS}${system}`)) {
        const config: unknown = JSON.parse(await readFile(`${PEERS}${system}/${file}`, 'utf8'));
        for (const [first, wrong] of WRONG.entries())
          for (const changed of withOne(config, wrong, first))
            expect(() => readConfig({ ...changed, format: system }, options)).not.toThrow();
      }
    },
    240_000,
  );
});

/** Values of every kind. */
const WRONG = [
  null,
  true,
  -1,
  1e12,
  '',
  'x y',
  '-5vw',
  '<b',
  '9'.repeat(400),
  [],
  [7, null],
  { a: {} },
];

/** Of a large config, so many values are replaced, evenly over all of it. */
const MOST_PLACES = 6;

/**
 * The config with another value in the place of some of its values, one at a time.
 *
 * @param first with another number, other values are replaced
 */
function* withOne(config: unknown, wrong: unknown, first: number): Generator<object> {
  const copy = structuredClone(config) as object;
  const holders: object[] = [copy];
  const step = Math.max(1, Math.floor(placesIn(config) / MOST_PLACES));
  let place = first;
  for (let holder = holders.pop(); holder !== undefined; holder = holders.pop()) {
    const members = holder as Record<string, unknown>;
    for (const [name, value] of Object.entries(members)) {
      if (place++ % step === 0) {
        members[name] = wrong;
        yield copy;
        members[name] = value;
      }
      if (typeof value === 'object' && value !== null) holders.push(value);
    }
  }
}

function placesIn(config: unknown): number {
  if (typeof config !== 'object' || config === null) return 0;
  return Object.values(config).reduce((sum: number, value) => sum + 1 + placesIn(value), 0);
}
