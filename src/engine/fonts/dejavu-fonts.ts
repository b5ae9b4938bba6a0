import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FontFile } from './font-file.js';

/** Not the fonts for mathematics, whose line height is several times that of text. */
const NAME = /^DejaVu(Sans|Serif)(Condensed|Mono)?(?:-(ExtraLight|Bold)?(Oblique|Italic)?)?\.ttf$/;
const WEIGHTS: Readonly<Record<string, number>> = { ExtraLight: 200, Bold: 700 };

/** Lists the DejaVu fonts of text in a folder by the names of their files, because to open all of them takes 9 MB. */
export async function listDejavuFonts(dir: string): Promise<FontFile[]> {
  const names = (await readdir(dir)).sort();
  return names.flatMap((name) => {
    const parts = NAME.exec(name);
    if (parts === null) return [];
    const [, kind, width, weight = '', slope] = parts;
    const value = WEIGHTS[weight] ?? 400;
    const family = ['DejaVu', kind, width].filter(Boolean).join(' ');
    return new FontFile({
      path: join(dir, name),
      family,
      weights: [value, value],
      italic: slope !== undefined,
      ranges: null,
    });
  });
}
