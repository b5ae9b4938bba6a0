import { randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file that appears whole, or not at all: `write` writes a temporary file in the same folder, which
 * then replaces the file.
 */
export async function writeAtomically(
  path: string,
  write: (temporary: string) => Promise<void>,
): Promise<void> {
  // A short, unique name, which cannot collide with other files or be too long.
  const temporary = join(dirname(path), `.${randomBytes(12).toString('hex')}.part`);
  try {
    await write(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
