import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { hashFile } from '../files/hash-file.js';
import type { FontFile } from './font-file.js';

/**
 * Differs when the same text may look different: the names of the built-in fonts, which come with the version,
 * and the content of the fonts of the operator.
 *
 * @param custom the fonts of the operator, which are part of `files`
 */
export async function fontFingerprint(
  files: readonly FontFile[],
  custom: readonly FontFile[],
): Promise<string> {
  const hash = createHash('sha256');
  for (const { info } of files) {
    const { path, family, weights, italic } = info;
    hash.update(JSON.stringify([basename(path), family, weights, italic]));
  }
  for (const { info } of custom) hash.update(await hashFile(info.path));
  return hash.digest('hex').slice(0, 16);
}
