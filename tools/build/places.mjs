/**
 * Keeps what modules know of their place: `import.meta.url`, `__dirname`, and `__filename` in a chunk are those
 * of the module, not those of the chunk. They are relative to the chunk, so that a folder can be moved after
 * its build.
 */
import { dirname, relative } from 'node:path';

/** The folder of the package, which the banner of each chunk declares. */
const ROOT = '__packageRoot';
const TO_PATH = '__pathOfUrl';
/** As variables of CommonJS. In quotes, they are the parameters of a function that is compiled later. */
const FILENAME = /(?<!['"`.\w$])__filename(?!['"`\w$])/g;
const DIRNAME = /(?<!['"`.\w$])__dirname(?!['"`\w$])/g;

/**
 * The first lines of a chunk.
 *
 * @param {string} fileName of the chunk, relative to the folder of the package
 */
export function placeBanner(fileName) {
  const up = relative(dirname(fileName), '') || '.';
  return [
    `import { fileURLToPath as ${TO_PATH} } from 'node:url';`,
    `const ${ROOT} = new URL(${JSON.stringify(`${up}/`)}, import.meta.url);`,
  ].join('\n');
}

/**
 * Replaces the places in the code of a module.
 *
 * @param {string} code
 * @param {string} file where the module should think it is, relative to the folder of the package
 */
export function replacePlaces(code, file) {
  const url = (path) => `new URL(${JSON.stringify(path)}, ${ROOT})`;
  return code
    .replaceAll(/\bimport\.meta\.url\b/g, `${url(file)}.href`)
    .replaceAll(/\bimport\.meta\.filename\b/g, `${TO_PATH}(${url(file)})`)
    .replaceAll(/\bimport\.meta\.dirname\b/g, `${TO_PATH}(${url(dirname(file))})`)
    .replaceAll(FILENAME, `${TO_PATH}(${url(file)})`)
    .replaceAll(DIRNAME, `${TO_PATH}(${url(dirname(file))})`);
}
