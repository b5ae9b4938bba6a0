import { readFileSync } from 'node:fs';
import { type FontInstance, OpenFont } from './open-font.js';

/** Code points from and to, both included. */
export type CodePointRange = readonly [number, number];

export interface FontFileFields {
  readonly path: string;
  readonly family: string;
  readonly weights: readonly [number, number];
  readonly italic: boolean;
  /** What the file is said to cover, so that it need not be opened to know; null: unknown. */
  readonly ranges: readonly CodePointRange[] | null;
}

/**
 * One file of a family: a weight or a span of weights, and where a family is divided by characters,
 * its part of them. Opened when first needed.
 */
export class FontFile {
  private opened: OpenFont | null;

  constructor(
    readonly fields: FontFileFields,
    opened: OpenFont | null = null,
  ) {
    this.opened = opened;
  }

  /** @throws Error naming the file when it is broken */
  at(weight: number): FontInstance {
    this.opened ??= openFontFile(this.fields.path);
    return this.opened.at(weight);
  }

  has(codePoint: number): boolean {
    const { ranges, weights } = this.fields;
    const maybe =
      ranges === null || ranges.some(([from, to]) => from <= codePoint && codePoint <= to);
    return maybe && this.at(weights[0]).has(codePoint);
  }
}

/** @throws Error naming the file when it cannot be read or is no font */
export function openFontFile(path: string): OpenFont {
  try {
    return OpenFont.open(readFileSync(path));
  } catch (error) {
    throw new Error(`The font file ${path} cannot be used: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
