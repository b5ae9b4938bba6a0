/** Finds the files that Node starts: programs, and threads and child processes of modules. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Programs that people and other programs start by path. Those of `bench` are added: `main`, and `bare` to compare. */
const PROGRAMS = [
  'src/check-worker.ts',
  'src/cli.ts',
  'src/main.ts',
  'src/migrate.ts',
  'src/worker.ts',
  // For the command line of TypeORM.
  'src/engine/database/cli-data-source.ts',
  'examples/demo/main.ts',
];

/** How a module names a file that it starts. */
const STARTED = /new URL\(\s*'(\.{1,2}\/[^']+)\.js',\s*import\.meta\.url,?\s*\)/g;

/**
 * Lists the sources of all entry points, relative to the root of the project.
 *
 * @param {string} root
 * @returns {Promise<string[]>}
 */
export async function entryPoints(root) {
  const benchmarks = await sourcesBelow(root, 'bench');
  const started = benchmarks.filter((file) => /\/(main|bare)\.ts$/.test(file));
  for (const file of [...benchmarks, ...(await sourcesBelow(root, 'src'))]) {
    const text = await readFile(join(root, file), 'utf8');
    for (const [, path] of text.matchAll(STARTED)) started.push(`${join(file, '..', path)}.ts`);
  }
  return [...new Set([...PROGRAMS, ...started])].toSorted((a, b) => (a < b ? -1 : 1));
}

/** Lists the TypeScript files of a folder that are part of a build. */
export async function sourcesBelow(root, folder) {
  const names = await readdir(join(root, folder), { recursive: true });
  return names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => join(folder, name))
    .sort();
}
