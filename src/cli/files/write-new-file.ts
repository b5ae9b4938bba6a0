import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { InputError } from '../input-error.js';

/**
 * Writes a file, and the folders above it.
 *
 * @param file as the user named it
 * @returns its path
 * @throws InputError if it exists, unless `force` is set
 */
export async function writeNewFile(file: string, text: string, force = false): Promise<string> {
  const path = resolve(file);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new InputError(
      `${file} already exists. Choose another name, or replace it with --force.`,
    );
  }
  return path;
}
