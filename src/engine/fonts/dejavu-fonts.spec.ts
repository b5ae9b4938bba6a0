import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { listDejavuFonts } from './dejavu-fonts.js';
import { readFontFolder } from './font-folder.js';

const PACKAGE = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json');
const DIR = join(dirname(PACKAGE), 'ttf');

it('lists the DejaVu fonts of text as the fonts describe themselves', async () => {
  const opened = (await readFontFolder(DIR)).map(({ info }) => info);
  const ofText = opened.filter(({ family }) => !family.includes('Math'));
  expect((await listDejavuFonts(DIR)).map(({ info }) => info)).toEqual(ofText);
  expect(ofText).toHaveLength(21);
});
