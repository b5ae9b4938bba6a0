import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathBounds, type Rect, unionOf } from '../../core/drawing/path.js';
import { placeGlyphs, layOutLine } from '../../core/text/lay-out-line.js';
import type { FontRequest, ShapedText } from '../../core/text/types.js';
import { FontCatalog } from './font-catalog.js';
import { HarfbuzzShaper } from './harfbuzz-shaper.js';

const dejavu = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const options = { direction: 'auto', language: 'en' } as const;
const font: FontRequest = { family: 'DejaVu Sans', weight: 400, sizePx: 2048 };
const montserrat: FontRequest = { family: 'Montserrat', weight: 700, sizePx: 100 };

describe('HarfbuzzShaper', () => {
  let catalog: FontCatalog;
  let shaper: HarfbuzzShaper;
  beforeAll(async () => {
    catalog = await FontCatalog.load();
    shaper = new HarfbuzzShaper(catalog);
  });

  const shape = (text: string, changes: Partial<FontRequest> = {}, language = 'en') =>
    shaper.shape(text, { ...montserrat, ...changes }, { ...options, language });
  const inkOfText = ({ glyphs }: ShapedText): Rect =>
    unionOf(placeGlyphs(glyphs, 0, 0).map(({ path }) => pathBounds(path)!))!;

  // The H of DejaVu Sans is 1540 units wide (bold: 1714), with 2048 units per em.
  it.each([
    [400, 'H', 1540],
    [700, 'H', 1714],
    [700, 'HH', 2 * 1714],
    [700, 'H\u0301', 1714],
    [700, '', 0],
  ])('measures in ems: weight %i, %j', (weight, text, width) => {
    expect(shaper.shape(text, { ...font, weight }, options).width).toBeCloseTo(width, 6);
  });

  it('draws letters above the baseline, at the requested size', () => {
    const { top, bottom, left, right } = inkOfText(shaper.shape('H', font, options));
    expect([left, top, right, bottom].map(Math.round)).toEqual([201, -1493, 1339, 0]);
  });

  it('uses the requested weight of a variable font', () => {
    const widths = [100, 400, 900].map((weight) => shape('minimum', { weight }).width);
    expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    expect(new Set(widths).size).toBe(3);
  });

  it('applies kerning, and letter spacing if requested', () => {
    expect(shape('AV').width).toBeLessThan(shape('A').width + shape('V').width - 2);
    expect(shape('nnn', { letterSpacingPx: 10 }).width).toBeCloseTo(shape('nnn').width + 30, 6);
  });

  it('joins Arabic letters, with or without letter spacing', () => {
    const isolated = Array.from('\u0633\u0644\u0627\u0645', (letter) => shape(letter).width);
    const joined = shape('\u0633\u0644\u0627\u0645');
    expect(joined.width).toBeLessThan(0.8 * isolated.reduce((sum, width) => sum + width, 0));
    expect(shape('\u0633\u0644\u0627\u0645', { letterSpacingPx: 9 }).width).toBe(joined.width);
    // In reading order, from right to left.
    expect(joined.glyphs.map(({ start }) => start)).toEqual(
      joined.glyphs.map(({ start }) => start).toSorted((a, b) => b - a),
    );
  });

  it.each([
    ['Latin with Hebrew', 'one \u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD two', 'ltr'],
    ['Hebrew with a number', '\u05E9\u05DC\u05D5\u05DD 42 \u05E2\u05D5\u05DC\u05DD', 'rtl'],
  ])('orders %s by direction', (_, text, direction) => {
    const line = layOutLine(
      text.split(' ').map((word) => ({ text: word })),
      shaper,
      montserrat,
      options,
    );
    const order = line.words.map((word, index) => ({ index, at: word.left }));
    expect(line.direction).toBe(direction);
    expect(order.toSorted((a, b) => a.at - b.at).map(({ index }) => index)).toEqual(
      direction === 'ltr' ? [0, 2, 1, 3] : [2, 1, 0],
    );
  });

  it('mirrors brackets and puts the punctuation of a right-to-left sentence at its left', () => {
    const { glyphs } = shape('(\u05E9\u05DC\u05D5\u05DD)!');
    expect(glyphs.map(({ start }) => start)).toEqual([6, 5, 4, 3, 2, 1, 0]);
    const bracket = placeGlyphs([{ ...glyphs[1]!, x: 0 }], 0, 0);
    expect(bracket).toEqual(placeGlyphs([{ ...shape('(').glyphs[0]!, x: 0 }], 0, 0));
  });

  it('forms Devanagari clusters: a vowel before its consonant, conjuncts', () => {
    const [ki, kssa] = [shape('\u0915\u093F'), shape('\u0915\u094D\u0937')];
    expect(ki.glyphs.every(({ start, end }) => start === 0 && end === 2)).toBe(true);
    expect(kssa.width).toBeLessThan(shape('\u0915').width + shape('\u0937').width);
    expect(kssa.missing).toEqual([]);
  });

  it('draws Han characters in the forms of the language', () => {
    const outline = (language: string) => placeGlyphs(shape('\u9AA8', {}, language).glyphs, 0, 0);
    expect(outline('ja')).not.toEqual(outline('zh'));
  });

  it.each([
    ['Bengali', '\u09AC\u09BE\u0982\u09B2\u09BE'],
    ['Tamil', '\u0BA4\u0BAE\u0BBF\u0BB4\u0BCD'],
    ['Thai', '\u0E2A\u0E27\u0E31\u0E2A\u0E14\u0E35'],
    ['Khmer', '\u1781\u17D2\u1798\u17C2\u179A'],
    ['Myanmar', '\u1019\u103C\u1014\u103A\u1019\u102C'],
    ['Georgian', '\u10E5\u10D0\u10E0\u10D7'],
    ['Amharic', '\u12A0\u121B\u122D'],
    ['Korean', '\uD55C\uAD6D\uC5B4'],
    ['Japanese', '\u65E5\u672C\u306E\u30AB\u30CA'],
    ['Vietnamese', 'Ti\u1EBFng Vi\u1EC7t'],
    ['Greek', '\u0395\u03BB\u03BB\u03AC\u03B4\u03B1'],
  ])('has a glyph for all of %s', (_, text) => {
    const { missing, glyphs } = shape(text);
    expect(missing).toEqual([]);
    expect(glyphs.filter(({ layers, advance }) => layers.length > 0 || advance === 0)).toHaveLength(
      glyphs.length - (text.includes(' ') ? 1 : 0),
    );
  });

  it.each([
    '\u{1F600}',
    '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
    '\u{1F1E9}\u{1F1EA}',
    '\u2764\uFE0F',
  ])('draws emoji in color, and joined emoji as one: %s', (text) => {
    const { glyphs } = shape(text);
    const drawn = glyphs.filter(({ layers }) => layers.length > 0);
    expect(drawn).toHaveLength(1);
    expect(drawn[0]!.layers.every(({ color }) => /^#[0-9A-F]{8}$/.test(color ?? ''))).toBe(true);
  });

  it('draws digits and signs in the requested family', () => {
    expect(shape('3 # *').glyphs.flatMap(({ layers }) => layers.map(({ color }) => color))).toEqual(
      Array.from({ length: 3 }, () => null),
    );
  });

  it('reports each unsupported character once and draws nothing for it', () => {
    const { missing, width } = shape('a\u{1FBE9}b\u{1FBE9}');
    expect(missing).toEqual(['\u{1FBE9}']);
    expect(width).toBeCloseTo(shape('a').width + shape('b').width, 6);
  });

  it('prefers an additional font and does not mix it with a family of the same name', () => {
    const file = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf');
    const { fonts, family } = catalog.withFont(readFileSync(file), 'given');
    const given = new HarfbuzzShaper(fonts).shape('iW', { ...font, family }, options);
    expect(given.width).toBeCloseTo(2 * 1233, 6);
    expect(catalog.families()).not.toContain(family);
  });

  it.each([
    ['a file that is not a font', Buffer.from('<html>not a font</html>')],
    ['an empty file', Buffer.alloc(0)],
    ['a truncated font', readFileSync(dejavu).subarray(0, 2000)],
  ])('refuses %s', (_, bytes) => {
    expect(() => catalog.withFont(bytes, 'given')).toThrow(/font/);
  });

  it('survives fonts with random changes', () => {
    const whole = readFileSync(dejavu);
    let seed = 1;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 40; round++) {
      const bytes = Buffer.from(whole);
      for (let change = 0; change < 200; change++) bytes[random(bytes.length)] = random(256);
      try {
        const { fonts, family } = catalog.withFont(bytes, 'given');
        const { glyphs } = new HarfbuzzShaper(fonts).shape(
          'fi\u0301 AV',
          { ...font, family },
          options,
        );
        const ink = placeGlyphs(glyphs, 0, 0).flatMap(({ path }) => pathBounds(path) ?? []);
        expect(ink.every(({ left, bottom }) => Number.isFinite(left + bottom))).toBe(true);
      } catch (error) {
        expect((error as Error).message).toMatch(/font/);
      }
    }
  });

  it('returns the same result whatever was shaped before', () => {
    const first = shape('same');
    shape('other', { sizePx: 12 });
    expect(shape('same')).toEqual(first);
  });
});
