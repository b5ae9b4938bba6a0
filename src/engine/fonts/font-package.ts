import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type CodePointRange, FontFile } from './font-file.js';

interface Metadata {
  readonly id: string;
  readonly family: string;
  readonly weights: readonly number[];
}

const require = createRequire(import.meta.url);

/**
 * Reads the upright files of a Fontsource package. The family is divided into files by characters
 * (`unicode.json`). Each file either has a weight axis or exists once per weight.
 */
export async function readFontPackage(name: string): Promise<FontFile[]> {
  const dir = dirname(require.resolve(`${name}/package.json`));
  const read = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(join(dir, file), 'utf8'));
  const { id, family, weights } = (await read('metadata.json')) as Metadata;
  const subsets = (await read('unicode.json')) as Record<string, string>;
  // The subsets that contain most letters of a text come first.
  const names = Object.keys(subsets).sort((a, b) => rank(a) - rank(b));
  return names.flatMap((subset) => {
    const ranges = parseRanges(subsets[subset]!);
    const pathOf = (axis: string) =>
      join(dir, 'files', `${id}-${subset.replace(/[[\]]/g, '')}-${axis}-normal.woff2`);
    const toFontFile = (path: string, from: number, to: number) =>
      new FontFile({ path, family, weights: [from, to], italic: false, ranges });
    if (existsSync(pathOf('wght'))) {
      return [toFontFile(pathOf('wght'), Math.min(...weights), Math.max(...weights))];
    }
    return weights
      .filter((weight) => existsSync(pathOf(String(weight))))
      .map((weight) => toFontFile(pathOf(String(weight)), weight, weight));
  });
}

function rank(subset: string): number {
  return subset === 'latin' ? 0 : subset.startsWith('latin') ? 2 : 1;
}

/** Parses ranges such as `U+0301,U+0400-045F`. */
export function parseRanges(text: string): CodePointRange[] {
  return text.split(',').map((part) => {
    const [from, to = from] = part.trim().replace(/^U\+/i, '').split('-') as [string, string?];
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}
