import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtInFontsDir } from './built-in-fonts.js';
import { FontCatalogue } from './font-catalogue.js';

describe('FontCatalogue of the built-in fonts', () => {
  let fonts: FontCatalogue;
  beforeAll(async () => {
    fonts = await FontCatalogue.load(builtInFontsDir());
  });

  it('lists the text families and leaves out the mathematical one', () => {
    expect(fonts.families()).toEqual([
      'DejaVu Sans',
      'DejaVu Sans Condensed',
      'DejaVu Sans Light',
      'DejaVu Sans Mono',
      'DejaVu Serif',
      'DejaVu Serif Condensed',
    ]);
  });

  it.each([
    ['DejaVu Sans', 'DejaVu Sans'],
    [' dejavu SERIF ', 'DejaVu Serif'],
    ['Arial', 'DejaVu Sans'],
    ['monospace', 'DejaVu Sans Mono'],
    ['Comic Sans MS', null],
    ['constructor', null],
    ['', null],
  ])('resolves %j to %j', (name, family) => {
    expect(fonts.resolve(name)).toBe(family);
  });

  // 2384 units are the height of a DejaVu Sans line; H is 1540 units wide, in bold 1714.
  it.each([
    ['DejaVu Sans', false, 'H', (1540 * 40) / 2384],
    ['DejaVu Sans', true, 'H', (1714 * 40) / 2384],
    ['DejaVu Sans', true, 'HH', (2 * 1714 * 40) / 2384],
    ['DejaVu Sans', true, 'H\u0301\u200D', (1714 * 40) / 2384],
    ['DejaVu Sans', true, '', 0],
    ['DejaVu Sans Mono', true, 'iW', (2 * 1233 * 40) / 2384],
  ])('measures %s, bold %s: %j', (family, bold, text, width) => {
    expect(fonts.measure(family, bold, 40)(text)).toBeCloseTo(width, 6);
  });

  it('measures what the family lacks in the family that has it', () => {
    const arabic = '\u0633\u0644\u0627\u0645';
    expect(fonts.measure('DejaVu Serif', true, 40)(arabic)).toBeGreaterThan(40);
    expect(fonts.missingGlyphs('DejaVu Serif', arabic)).toEqual([]);
  });

  it('names each character no font can draw, once', () => {
    expect(fonts.missingGlyphs('DejaVu Sans', 'a\u4E16 \u754C\u4E16 \u{1F600}\uFE0F')).toEqual([
      '\u4E16',
      '\u754C',
    ]);
  });

  it('refuses a family it does not have', () => {
    expect(() => fonts.measure('Nope', true, 40)).toThrow('There is no font family "Nope"');
  });
});

describe('FontCatalogue of a broken folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fonts-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.each([
    ['text', Buffer.from('not a font at all, only letters')],
    ['nothing', Buffer.alloc(0)],
    ['a header alone', Buffer.from('000100000001', 'hex')],
  ])('names a file that holds %s', async (_, bytes) => {
    await writeFile(join(folder, 'bad.ttf'), bytes);
    await expect(FontCatalogue.load(folder)).rejects.toThrow(
      'The font file bad.ttf cannot be used',
    );
  });

  it('says so when there is no font', async () => {
    await writeFile(join(folder, 'readme.txt'), 'no font');
    await expect(FontCatalogue.load(folder)).rejects.toThrow('There is no font in');
  });
});
