/**
 * Builds the programs, if anything that they are made of has changed: WebAssembly, then the compiled modules
 * (`dist/modules`, by `nest build`), then the programs, which are bundles of these modules and of packages. Likewise
 * builds the studio (`dist/studio`).
 */
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import lockfile from 'proper-lockfile';
import { fingerprintsOf } from './fingerprint.mjs';
import { describeOldNode } from './node-version.mjs';
import { isPublished, publish } from './publish.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIST = join(ROOT, 'dist');
const MODULES = 'modules';
const STUDIO = 'studio';
/** Builds that start together wait for each other: the first has built for all. */
const LOCK = {
  stale: 20_000,
  update: 5_000,
  retries: { retries: 3000, minTimeout: 200, maxTimeout: 200 },
};

/** Builds the programs and the studio. Builds nothing if nothing has changed. */
export async function build() {
  await requireNode();
  const { programs, studio } = await fingerprintsOf(ROOT);
  const published = [isPublished(DIST, programs), isPublished(join(DIST, STUDIO), studio)];
  if ((await Promise.all(published)).every(Boolean)) return;
  await mkdir(DIST, { recursive: true });
  const unlock = await lockfile.lock(DIST, { ...LOCK, lockfilePath: join(DIST, '.lock') });
  try {
    await buildPrograms();
    await buildStudio();
  } finally {
    await unlock();
  }
}

/** @throws Error for a version that the programs do not run with */
async function requireNode() {
  const { engines } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const fault = describeOldNode(process.versions.node, engines.node);
  if (fault !== null) throw new Error(fault);
}

async function buildPrograms() {
  const { default: buildWasm } = await import('../build-wasm.mjs');
  await buildWasm();
  const { sources, programs } = await fingerprintsOf(ROOT);
  if (await isPublished(DIST, programs)) return;
  await compile(sources);
  const [{ bundle }, { entryPoints }, { unpackedFonts }] = await Promise.all([
    import('./bundle.mjs'),
    import('./entries.mjs'),
    import('./fonts.mjs'),
  ]);
  const modules = join(DIST, MODULES);
  const entries = await entryPoints(ROOT);
  const files = await bundle({ root: ROOT, modules, entries, development: await development() });
  for (const file of await wasmFiles(modules)) files.set(file, await readFile(join(modules, file)));
  for (const [file, font] of await unpackedFonts(ROOT)) files.set(file, font);
  await publish(DIST, programs, files, [MODULES, STUDIO, '.lock']);
}

async function buildStudio() {
  const { studio } = await fingerprintsOf(ROOT);
  const folder = join(DIST, STUDIO);
  if (await isPublished(folder, studio)) return;
  const { bundleStudio } = await import('./studio.mjs');
  await publish(folder, studio, await bundleStudio(ROOT), []);
}

/** Compiles the modules, unless those of these sources are there. */
async function compile(sources) {
  const record = join(DIST, MODULES, 'sources.txt');
  if ((await readFile(record, 'utf8').catch(() => null)) === sources) return;
  await rm(record, { force: true });
  const nest = join(ROOT, 'node_modules/@nestjs/cli/bin/nest.js');
  const { status, signal } = spawnSync(process.execPath, [nest, 'build'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`The compiler ended with ${signal ?? status}.`);
  await writeFile(record, sources);
}

/** The packages that only development has, so that an installation without them works. */
async function development() {
  const lock = await readFile(join(ROOT, 'node_modules/.package-lock.json'), 'utf8');
  return Object.entries(JSON.parse(lock).packages)
    .filter(([, { dev }]) => dev)
    .map(([path]) => path.slice('node_modules/'.length))
    .filter((name) => !name.includes('node_modules/'));
}

async function wasmFiles(modules) {
  return (await readdir(modules, { recursive: true })).filter((file) => file.endsWith('.wasm'));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await build();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
