import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseRanges } from './font-package.js';
import { FontCatalog } from './font-catalog.js';
import { HarfbuzzShaper } from './harfbuzz-shaper.js';
import { OpenFont } from './open-font.js';
import { sfntTable } from './sfnt-table.js';

const load = createRequire(import.meta.url);
const fileOf = (path: string) => readFileSync(load.resolve(path));
const FONT = fileOf('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');

/** The font without one of its tables: it has another name, in the same order. */
function without(tag: string): Buffer {
  const font = Buffer.from(FONT);
  const at = font.indexOf(tag, 12, 'latin1');
  font[at + 3]!++;
  return font;
}

describe('OpenFont', () => {
  it.each<[what: string, font: Buffer, description: object]>([
    ['a font', FONT, { family: 'DejaVu Sans', weights: [400, 400], italic: false }],
    [
      'a font without the table OS/2',
      without('OS/2'),
      { family: 'DejaVu Sans', weights: [400, 400], italic: false },
    ],
    [
      'a slanted font',
      fileOf('dejavu-fonts-ttf/ttf/DejaVuSans-Oblique.ttf'),
      { family: 'DejaVu Sans', weights: [400, 400], italic: true },
    ],
    [
      'a font of all weights',
      fileOf('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
      { weights: [100, 900], italic: false },
    ],
  ])('describes %s', (_what, file, description) => {
    const font = OpenFont.open(file);
    expect(font.describe()).toMatchObject(description);
    font.close();
  });

  it.each<[what: string, font: Buffer, problem: string]>([
    ['no characters', without('cmap'), 'The font contains no characters.'],
    ['a name', without('name'), 'The font has no family name.'],
    ['a signature', FONT.subarray(1), 'The file is not a TrueType or OpenType font.'],
  ])('refuses a font with or without %s', (_what, file, problem) => {
    expect(() => {
      const font = OpenFont.open(file);
      try {
        font.describe();
      } finally {
        font.close();
      }
    }).toThrow(problem);
  });

  it('draws color layers, and the color of the text where a layer has none', async () => {
    const shaper = new HarfbuzzShaper(await FontCatalog.load());
    const font = { family: 'Inter', weight: 400, sizePx: 40 };
    const options = { direction: 'ltr', language: 'ko' } as const;
    const [emoji] = shaper.shape('\u{1F600}', font, options).glyphs;
    expect(new Set(emoji!.layers.map(({ color }) => color)).size).toBeGreaterThan(1);
    const korean = shaper.shape('\u6f22', font, options);
    expect(korean.glyphs[0]!.layers[0]!.path.length).toBeGreaterThan(0);
    // No font has it: a base whose mark is in no font keeps the font of the base.
    expect(shaper.shape('a\u{1E2EC}', font, options).glyphs.length).toBeGreaterThan(0);
    expect(shaper.shape('\u{10FFFD}\u200b', font, options).missing).toEqual(['\u{10FFFD}']);
  });
});

describe('sfntTable', () => {
  const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
  const entry = (tag: string, from: string, length: string) =>
    `${Buffer.from(tag).toString('hex')} 00000000 ${from} ${length}`;
  const head = (count: string) => `00010000 ${count} 000000000000`;

  it.each<[what: string, font: Buffer, table: string | null]>([
    ['nothing', Buffer.alloc(0), null],
    ['a header that ends early', hex('00010000 0001'), null],
    ['no tables', hex(head('0000')), null],
    [
      'a table that ends early',
      hex(`${head('0001')} ${entry('abcd', '0000001c', '00000003')} aabb`),
      null,
    ],
    ['an entry that ends early', hex(`${head('0001')} 61626364`), null],
    ['another table', hex(`${head('0001')} ${entry('abce', '0000001c', '00000002')} aabb`), null],
    ['the table', hex(`${head('0001')} ${entry('abcd', '0000001c', '00000002')} aabb`), 'aabb'],
    [
      'a collection',
      hex(
        `74746366 00010000 00000001 00000010 ${head('0001')} ${entry('abcd', '0000002c', '00000002')} aabb`,
      ),
      'aabb',
    ],
    [
      'a collection whose font lies behind its end',
      hex('74746366 00010000 00000001 7fffffff'),
      null,
    ],
  ])('in %s', (_what, font, table) => {
    expect(sfntTable(font, 'abcd')?.toString('hex') ?? null).toBe(table);
  });
});

it('reads ranges of code points', () => {
  expect(parseRanges('U+0301, u+0400-045F')).toEqual([
    [0x301, 0x301],
    [0x400, 0x45f],
  ]);
});
