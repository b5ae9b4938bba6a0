import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isKey } from './object-store.js';

/** The end of the keys in a folder, in their order. */
const LAST = '\uffff';

/**
 * The keys of the files in a folder that begin with a prefix and come after another key, in their order.
 * Temporary files are left out, and what cannot be a key, such as `lost+found`. Folders without such keys are
 * not read.
 */
export async function* walkKeys(
  root: string,
  prefix: string,
  after: string | null,
  folder = '',
): AsyncGenerator<string> {
  for (const name of await namesIn(join(root, folder))) {
    const key = `${folder}${name}`;
    const isFolder = name.endsWith('/');
    if (!key.startsWith(prefix) && !(isFolder && prefix.startsWith(key))) continue;
    if (after !== null && (isFolder ? `${key}${LAST}` : key) <= after) continue;
    if (isFolder) yield* walkKeys(root, prefix, after, key);
    else yield key;
  }
}

/** Names of folders end with a slash, which counts in the order of keys. */
async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => isKey(entry.name) && (entry.isFile() || entry.isDirectory()))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
}
