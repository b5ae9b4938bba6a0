/** Bundles the studio, the page of the service, with Vite. */
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { LICENSES } from '../supply-chain.mjs';
import { STUDIO } from './fingerprint.mjs';

const LICENSE_LIST = 'licenses.json';
/** Browsers accept Brotli only over https and from the own machine, and gzip always. */
const COMPRESSIBLE = /^studio-files\/.*\.(css|js|json|svg)$/;

/**
 * Returns the content of each file of the studio by its path, relative to `dist/studio`. Files that compress well are
 * also there with `.br` and `.gz`.
 *
 * @param {string} root of the project
 * @returns {Promise<Map<string, string | Uint8Array>>}
 */
export async function bundleStudio(root) {
  const { build } = await import('vite');
  const { output } = await build({
    configFile: join(root, 'studio/vite.config.mjs'),
    logLevel: 'warn',
    build: { write: false },
    plugins: [refuseUnknownSources(root)],
  });
  const files = new Map(output.map((file) => [file.fileName, file.code ?? file.source]));
  checkLicenses(JSON.parse(String(files.get(LICENSE_LIST))));
  for (const [name, content] of [...files]) {
    if (!COMPRESSIBLE.test(name)) continue;
    const bytes = Buffer.from(content);
    files.set(`${name}.br`, brotliCompressSync(bytes, { params: brotliParams(bytes.length) }));
    files.set(`${name}.gz`, gzipSync(bytes, { level: 9 }));
  }
  return files;
}

function brotliParams(size) {
  return {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: size,
  };
}

/** The packages of the studio are packages of development, whose licenses `tools/supply-chain.mjs` does not check. */
function checkLicenses(packages) {
  for (const { name, identifier } of packages) {
    if (LICENSES.has(identifier)) continue;
    throw new Error(`${name}, which the studio contains, has the license ${identifier}.`);
  }
}

/** A change of a source that the fingerprint does not contain would not lead to a build. */
function refuseUnknownSources(root) {
  const known = [...STUDIO.folders, 'node_modules'].map((folder) => `${folder}/`);
  return {
    name: 'refuse-unknown-sources',
    load(id) {
      const [path] = id.split('?', 1);
      if (!path.startsWith(root)) return;
      const file = relative(root, path).split(sep).join('/');
      if (known.some((folder) => file.startsWith(folder))) return;
      throw new Error(`The studio uses ${file}. Add its folder to tools/build/fingerprint.mjs.`);
    },
  };
}
