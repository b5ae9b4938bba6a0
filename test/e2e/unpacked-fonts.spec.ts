import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { unpackWoff2 } from '../../src/engine/fonts/woff2.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

it('the build has unpacked the Latin letters of the text families as the programs do', async () => {
  for (const file of [
    'fontsource-variable/inter/files/inter-latin-wght',
    'fontsource/poppins/files/poppins-latin-700',
  ]) {
    const packed = await readFile(`${ROOT}node_modules/@${file}-normal.woff2`);
    const name = createHash('sha256').update(packed).digest('hex');
    const unpacked = await readFile(`${ROOT}dist/fonts/${name}.ttf`);
    expect(unpacked.equals(unpackWoff2(packed))).toBe(true);
  }
  expect((await readdir(`${ROOT}dist/fonts`)).length).toBeGreaterThan(50);
});
