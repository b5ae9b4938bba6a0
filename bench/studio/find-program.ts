import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';

/** The path of the first of some programs in some folders. @throws Error if there is none */
export async function findProgram(
  names: readonly string[],
  folders: readonly string[],
): Promise<string> {
  for (const path of folders.flatMap((folder) => names.map((name) => join(folder, name)))) {
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  throw new Error(`None of ${names.join(', ')} is on the PATH.`);
}
