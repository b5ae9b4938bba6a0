/** Tells whether anything that a build reads has changed. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SOURCES = {
  folders: ['src', 'migrations', 'bench', 'examples/demo', 'test/support'],
  files: [
    'nest-cli.json',
    'tsconfig.json',
    'tsconfig.build.json',
    // What npm has installed.
    'node_modules/.package-lock.json',
  ],
};
/** What the studio is made of. */
export const STUDIO = {
  folders: ['studio', 'clients/typescript/src', 'examples/studio', 'tools/build'],
  files: ['node_modules/.package-lock.json'],
};
const BUNDLER = { folders: ['tools/build'], files: ['package.json'] };

/**
 * Returns a hash of what decides the compiled modules, one of what decides the programs, and one of what decides the
 * studio.
 *
 * @param {string} root
 * @returns {Promise<{ sources: string, programs: string, studio: string }>}
 */
export async function fingerprintsOf(root) {
  const [sources, bundler, studio] = await Promise.all(
    [SOURCES, BUNDLER, STUDIO].map((inputs) => hashOf(root, inputs)),
  );
  return { sources, programs: `${sources} ${bundler}`, studio };
}

async function hashOf(root, { folders, files }) {
  const lists = await Promise.all(folders.map((folder) => filesBelow(root, folder)));
  const hash = createHash('sha256');
  for (const file of [...files, ...lists.flat()]) {
    hash.update(`${file}\0`).update(await readFile(join(root, file)));
  }
  return hash.digest('hex');
}

async function filesBelow(root, folder) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
    .sort();
}
