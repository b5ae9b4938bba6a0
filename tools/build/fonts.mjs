/** Unpacks the fonts that most texts use, so that programs need not. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import wawoff2 from 'wawoff2';

/** Upright letters of Latin scripts. Those of other scripts are several times as many. */
const LATIN = /-latin(-ext)?-(wght|\d+)-normal\.woff2$/;
const FOR_OTHER_SCRIPTS = /\/noto-sans-/;

/**
 * Returns the fonts by their paths, relative to `dist`: each is named by the hash of the packed file.
 *
 * @param {string} root
 * @returns {Promise<Map<string, Uint8Array>>}
 */
export async function unpackedFonts(root) {
  const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const packages = Object.keys(dependencies).filter(
    (name) => name.startsWith('@fontsource') && !FOR_OTHER_SCRIPTS.test(name),
  );
  const fonts = new Map();
  for (const name of packages) {
    const folder = join(root, 'node_modules', name, 'files');
    for (const file of (await readdir(folder)).filter((file) => LATIN.test(file))) {
      const packed = await readFile(join(folder, file));
      const hash = createHash('sha256').update(packed).digest('hex');
      // Copied, because the next call overwrites the memory of the decoder.
      fonts.set(`fonts/${hash}.ttf`, Uint8Array.from(await wawoff2.decompress(packed)));
    }
  }
  return fonts;
}
