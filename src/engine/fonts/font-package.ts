import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type CodePointRange, FontFile, type FontFileInfo } from './font-file.js';

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
export function readFontPackage(name: string): FontFile[] {
  const dir = dirname(require.resolve(`${name}/package.json`));
  const read = (file: string): unknown => JSON.parse(readFileSync(join(dir, file), 'utf8'));
  const { id, family, weights } = read('metadata.json') as Metadata;
  const subsets = read('unicode.json') as Record<string, string>;
  // The subsets that contain most letters of a text come first.
  const names = Object.keys(subsets).sort((a, b) => rank(a) - rank(b));
  const files = new Set(readdirSync(join(dir, 'files')));
  return names.flatMap((subset) => {
    const nameOf = (axis: string) => `${id}-${subset.replace(/[[\]]/g, '')}-${axis}-normal.woff2`;
    const toFontFile = (name: string, from: number, to: number) => {
      const path = join(dir, 'files', name);
      return new FontFile(new PackageFont(path, family, [from, to], subsets[subset]!));
    };
    if (files.has(nameOf('wght'))) {
      return [toFontFile(nameOf('wght'), Math.min(...weights), Math.max(...weights))];
    }
    return weights
      .filter((weight) => files.has(nameOf(String(weight))))
      .map((weight) => toFontFile(nameOf(String(weight)), weight, weight));
  });
}

/** A file whose ranges are read when a character is looked for: most files are never asked for one. */
class PackageFont implements FontFileInfo {
  readonly italic = false;
  private parsed: readonly CodePointRange[] | null = null;

  constructor(
    readonly path: string,
    readonly family: string,
    readonly weights: readonly [number, number],
    private readonly text: string,
  ) {}

  get ranges(): readonly CodePointRange[] {
    return (this.parsed ??= parseRanges(this.text));
  }
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
