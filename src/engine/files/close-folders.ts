import { chmod, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathExists } from './path-exists.js';

/** What everything that the service creates takes away from others: files are 0600, folders 0700. */
export const PRIVATE_UMASK = 0o077;

/** Folders with what clients sent and what was made of it. Versions before 0.5 left them open to others. */
const FOLDERS = ['videos', 'cache', 'work'];

/**
 * Creates the folders of the data folder, closed to other users. The embedded database may run as another
 * user, who has to pass through the data folder, so that one stays as it is.
 *
 * @returns warnings about what could not be closed
 */
export async function closeFolders(dataDir: string): Promise<string[]> {
  const warnings: string[] = [];
  for (const name of FOLDERS) {
    const folder = join(dataDir, name);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      if (((await stat(folder)).mode & 0o077) !== 0) await chmod(folder, 0o700);
    } catch (error) {
      if (!(await pathExists(folder))) continue;
      warnings.push(`Other users may read ${folder}: ${(error as Error).message}`);
    }
  }
  if (((await stat(dataDir)).mode & 0o002) !== 0) {
    warnings.push(`Other users can write to the data folder. Run: chmod o-w ${dataDir}`);
  }
  return warnings;
}
