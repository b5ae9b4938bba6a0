import { findInMirror } from './font-mirror.js';

const metadata = (more: object = {}) =>
  JSON.stringify({
    weights: [400, 700],
    styles: ['normal', 'italic'],
    subsets: ['latin'],
    ...more,
  });

describe('findInMirror', () => {
  /** The paths that are read, and what is found. */
  const find = async (family: string, content: string | null, more: object = {}) => {
    const paths: string[] = [];
    const found = await findInMirror({ family, weight: 400, italic: false, ...more }, (path) => {
      paths.push(path);
      const text = path.endsWith('.json') ? content : 'font';
      return Promise.resolve(text === null ? null : Buffer.from(text));
    });
    return { paths, found };
  };

  it.each([
    [400, false, '400-normal', 400],
    [550, true, '700-italic', 700],
    [500, false, '400-normal', 400],
    [900, false, '700-normal', 700],
  ])('reads the file that is nearest to weight %i', async (weight, italic, file, taken) => {
    const { paths, found } = await find('Bebas  Neue!', metadata(), { weight, italic });
    expect(paths).toEqual([
      '@fontsource/bebas-neue/metadata.json',
      `@fontsource/bebas-neue/files/bebas-neue-latin-${file}.woff2`,
    ]);
    expect(found).toMatchObject({ weight: taken });
  });

  it('takes the upright letters of a family without italics, and its own subset', async () => {
    const more = { styles: ['normal'], subsets: ['thai'], defSubset: 'thai' };
    const { paths } = await find('A', metadata(more), { italic: true });
    expect(paths[1]).toBe('@fontsource/a/files/a-thai-400-normal.woff2');
  });

  it.each([
    ['no package', 'A', null],
    ['no JSON', 'A', '<html>'],
    ['a list', 'A', '[]'],
    ['no weights', 'A', metadata({ weights: ['400', -1, 1e9] })],
    ['a subset that leads elsewhere', 'A', metadata({ subsets: [], defSubset: '../../x' })],
  ])('finds nothing with %s', async (_, family, content) => {
    const { found, paths } = await find(family, content);
    expect(found).toBeNull();
    expect(paths).toEqual(['@fontsource/a/metadata.json']);
  });

  it('asks for no name without letters', async () => {
    expect(await find('../..', metadata())).toEqual({ paths: [], found: null });
  });
});
