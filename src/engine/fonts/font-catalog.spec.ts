import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FontCatalog } from './font-catalog.js';

describe('FontCatalog', () => {
  let fonts: FontCatalog;
  beforeAll(async () => {
    fonts = await FontCatalog.load();
  });

  it('lists its families, except for the emoji family and the mathematical family', () => {
    const families = fonts.families();
    expect(families).toEqual(
      expect.arrayContaining(['Anton', 'Arimo', 'DejaVu Sans', 'Inter', 'Montserrat', 'Poppins']),
    );
    expect(families.filter((name) => /emoji|math/i.test(name))).toEqual([]);
    expect(families).toEqual([...new Set(families)].sort());
  });

  it.each([
    ['Montserrat', 'Montserrat'],
    [' dejavu SERIF ', 'DejaVu Serif'],
    ['Arial', 'Arimo'],
    ['times new roman', 'Tinos'],
    ['monospace', 'Cousine'],
    ['Comic Sans MS', null],
    ['constructor', null],
    ['', null],
  ])('resolves %j to %j', (name, family) => {
    expect(fonts.resolve(name)).toBe(family);
  });

  it.each([
    ['Poppins', 700, 700],
    ['Poppins', 850, 900],
    ['Poppins', 450, 400],
    ['Anton', 900, 400],
    ['DejaVu Sans', 600, 700],
  ])('selects from %s for weight %i the file of weight %i', (family, weight, taken) => {
    const [file] = fonts.filesInFamily({ family, weight, italic: false });
    expect(file?.info.weights).toEqual([taken, taken]);
  });

  it('names each family as its files do', () => {
    const named = fonts.families().flatMap((family) => {
      const files = fonts.filesInFamily({ family, weight: 400, italic: false });
      return files.map(({ info }) => [family, info.family]);
    });
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(([family, name]) => family !== name)).toEqual([]);
  });

  it('rejects an unknown family', () => {
    expect(() => fonts.filesInFamily({ family: 'Nope', weight: 400, italic: false })).toThrow(
      'Font family "Nope" not found.',
    );
  });
});

describe('FontCatalog with a broken folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fonts-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.each([
    ['text', Buffer.from('not a font at all, only letters')],
    ['an empty file', Buffer.alloc(0)],
    ['a header only', Buffer.from('000100000001', 'hex')],
    ['a WOFF2 header only', Buffer.from(`774f4632${'00'.repeat(60)}`, 'hex')],
    ['a WOFF2 font that claims to be huge', Buffer.from(`774f4632${'7f'.repeat(60)}`, 'hex')],
  ])('names a file that contains %s', async (_, bytes) => {
    await writeFile(join(folder, 'bad.ttf'), bytes);
    await expect(FontCatalog.load(folder)).rejects.toThrow(/The font file .*bad\.ttf cannot be/);
  });
});
