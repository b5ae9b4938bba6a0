import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FontFile, openFontFile } from './font-file.js';

const FONT_FILE = /\.(ttf|otf|woff2?)$/i;

/**
 * The font files directly in a folder; their own names say what they are.
 *
 * @throws Error when the folder cannot be read or a font is broken (named)
 */
export async function readFontFolder(dir: string): Promise<FontFile[]> {
  const names = (await readdir(dir)).filter((name) => FONT_FILE.test(name)).sort();
  return names.map((name) => {
    const path = join(dir, name);
    const font = openFontFile(path);
    return new FontFile({ path, ...font.describe(), ranges: null }, font);
  });
}
