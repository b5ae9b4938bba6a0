import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * Fonts that the build has unpacked (`tools/build/fonts.mjs`), named by the SHA-256 of the packed file. There are none where the sources
 * run without a build, and in the npm package, which would be a quarter larger.
 */
const FOLDER = new URL('../../../fonts/', import.meta.url);

/**
 * The font in a WOFF2 file if it is one of those that come with VideoCraft and are used most. Unpacking one takes 0.1 CPU s
 * in a process that has just started, most of it to compile the decoder. Null for any other file.
 */
export function unpackedFont(woff2: Buffer): Buffer | null {
  const name = createHash('sha256').update(woff2).digest('hex');
  try {
    return readFileSync(new URL(`${name}.ttf`, FOLDER));
  } catch {
    return null;
  }
}
