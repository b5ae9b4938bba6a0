/**
 * Bundles the compiled modules with the packages that they use. A start then reads some dozens of files instead of
 * two thousand.
 */
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { rolldown } from 'rolldown';
import {
  ABSENT,
  ABSENT_CODE,
  CHANGES,
  ES_MODULES,
  EXTERNAL,
  LOADS_BY_NAME,
  OPTIONAL,
} from './packages.mjs';
import { placeBanner, replacePlaces } from './places.mjs';

const PACKAGES = `${sep}node_modules${sep}`;
/** What only a computed name needs. Comments, which also name it, are rare enough. */
const BY_NAME =
  /\bcreateRequire\s*\(|\bimport\.meta\.resolve\b|\bimport\(\s*[\w$.]+\s*\)|\brequire\.resolve\b/;
/** A source map that says nothing: stacks name the lines of a package in the chunk. */
const NO_MAP = { version: 3, sources: [], names: [], mappings: '' };

/**
 * Returns the content of each file of the programs by its path, relative to `dist`.
 *
 * @param {{ root: string, modules: string, entries: string[], development: string[] }} project
 *   `modules` is the folder of the compiled modules, `entries` are sources, and `development` are packages that
 *   are only there for development.
 * @returns {Promise<Map<string, string>>}
 */
export async function bundle({ root, modules, entries, development }) {
  const names = entries.map((file) => file.replace(/\.ts$/, ''));
  const build = await rolldown({
    input: Object.fromEntries(names.map((name) => [name, join(modules, `${name}.js`)])),
    cwd: root,
    platform: 'node',
    // As Node does.
    resolve: { mainFields: ['main'], alias: ES_MODULES },
    external: [...EXTERNAL, ...OPTIONAL],
    onLog: refuseToGuess,
    plugins: [leaveOut(new Set(development)), modulePlaces(root, modules)],
  });
  const { output } = await build.generate({
    format: 'esm',
    entryFileNames: '[name].js',
    // The content names a chunk, so that programs that run find theirs after another build.
    chunkFileNames: 'chunks/[name]-[hash].js',
    banner: ({ fileName }) => placeBanner(join('dist', fileName)),
    // Class names are in logs and errors, and are the keys of schemas.
    keepNames: true,
    sourcemap: true,
    sourcemapExcludeSources: true,
    // A third of the text. The sources have them.
    comments: false,
    // Node keeps the text of what it runs, with two bytes for each character if one is not Latin.
    charset: 'ascii',
  });
  await build.close();
  return new Map(output.map((file) => [file.fileName, file.code ?? file.source]));
}

/** What could make a program that does not work fails the build. */
function refuseToGuess(level, log) {
  const harmless = ['EVAL', 'COMMONJS_VARIABLE_IN_ESM', 'PLUGIN_TIMINGS'].includes(log.code);
  if (level === 'warn' && !harmless) throw new Error(`${log.code}: ${log.message}`);
}

/** Packages of development stay outside. Only benchmarks import them. */
function leaveOut(packages) {
  return {
    name: 'leave-out',
    resolveId(id, importer) {
      const name = id.split('/', id.startsWith('@') ? 2 : 1).join('/');
      const isOurs = importer !== undefined && !importer.includes(PACKAGES);
      return isOurs && packages.has(name) ? { id, external: true } : null;
    },
  };
}

function modulePlaces(root, modules) {
  return {
    name: 'module-places',
    async load(id) {
      if (!id.endsWith('js') || id.startsWith('\0')) return null;
      const code = await readFile(id, 'utf8');
      if (!id.includes(PACKAGES)) {
        const place = join('dist', relative(modules, id));
        return { code: replacePlaces(code, place), map: await readFile(`${id}.map`, 'utf8') };
      }
      const name = id.slice(id.lastIndexOf(PACKAGES) + PACKAGES.length).replaceAll(sep, '/');
      return { code: replacePlaces(packageCode(name, code), relative(root, id)), map: NO_MAP };
    },
  };
}

/** The code of a module of a package, which loads nothing past the bundler. */
function packageCode(name, code) {
  if (ABSENT.test(name)) return ABSENT_CODE;
  const [text, other] = CHANGES.get(name) ?? [];
  const bundled = text === undefined ? code : code.replace(text, () => other);
  if (text !== undefined && bundled === code) {
    throw new Error(`${name} has changed: look at what is replaced (tools/build/packages.mjs).`);
  }
  if (BY_NAME.test(bundled) && !LOADS_BY_NAME.has(name)) {
    throw new Error(`${name} loads by name. Look at it, and list it in tools/build/packages.mjs.`);
  }
  return bundled;
}
