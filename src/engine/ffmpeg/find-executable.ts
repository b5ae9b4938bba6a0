import { constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { canAccess } from '../files/path-exists.js';

/** The first executable with that name on a PATH, or null. */
export async function findExecutable(name: string, searchPath: string): Promise<string | null> {
  for (const folder of searchPath.split(delimiter).filter(Boolean)) {
    const file = join(folder, name);
    if (await canAccess(file, constants.X_OK)) return file;
  }
  return null;
}
