import { readdir, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Creates the links of shared libraries (`libicuuc.so.60` -> `libicuuc.so.60.2`). Packages cannot contain
 * links. Their install script creates them, but npm can be configured to run no install scripts.
 */
export async function healLibraryLinks(libDir: string): Promise<void> {
  const names = new Set(await readdir(libDir));
  for (const name of names) {
    const soname = /^(?<base>.+\.so\.\d+)\.\d[\d.]*$/.exec(name)?.groups?.['base'];
    if (soname === undefined || names.has(soname)) continue;
    if (!(await stat(join(libDir, name))).isFile()) continue;
    await symlink(name, join(libDir, soname)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}
