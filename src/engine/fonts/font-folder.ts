import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FontFile, openFontFile } from './font-file.js';

const FONT_FILE = /\.(ttf|otf|woff2?)$/i;

/**
 * Reads the font files in a folder, without subfolders. The name table of each font defines its family.
 *
 * @throws Error if the folder cannot be read, or an error that names the font if a font is broken
 */
export async function readFontFolder(dir: string): Promise<FontFile[]> {
  const names = (await readdir(dir)).filter((name) => FONT_FILE.test(name)).sort();
  return names.map((name) => {
    const path = join(dir, name);
    const font = openFontFile(path);
    return new FontFile({ path, ...font.describe(), ranges: null }, font);
  });
}
