import { readFileSync } from 'node:fs';
import { type FontInstance, OpenFont } from './open-font.js';

/** The first and the last code point; both are included. */
export type CodePointRange = readonly [number, number];

export interface FontFileInfo {
  readonly path: string;
  readonly family: string;
  readonly weights: readonly [number, number];
  readonly italic: boolean;
  /** The code points that the file covers, if known without opening it; otherwise null. */
  readonly ranges: readonly CodePointRange[] | null;
}

/**
 * A file of a font family: one weight or a range of weights, and, if the family is divided by characters, some of
 * the characters. The file is opened when it is first used.
 */
export class FontFile {
  private opened: OpenFont | null;

  constructor(
    readonly info: FontFileInfo,
    opened: OpenFont | null = null,
  ) {
    this.opened = opened;
  }

  /** @throws Error that names the file if the file is broken */
  atWeight(weight: number): FontInstance {
    this.opened ??= openFontFile(this.info.path);
    return this.opened.atWeight(weight);
  }

  hasCodePoint(codePoint: number): boolean {
    const { ranges, weights } = this.info;
    const mightHave =
      ranges === null || ranges.some(([from, to]) => from <= codePoint && codePoint <= to);
    return mightHave && this.atWeight(weights[0]).hasCodePoint(codePoint);
  }
}

/** @throws Error that names the file if the file cannot be read or is not a font */
export function openFontFile(path: string): OpenFont {
  try {
    return OpenFont.open(readFileSync(path));
  } catch (error) {
    throw new Error(`The font file ${path} cannot be used. ${(error as Error).message}`, {
      cause: error,
    });
  }
}
