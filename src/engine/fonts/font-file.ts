import { readFileSync } from 'node:fs';
import { harfbuzz } from './harfbuzz.js';
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
  /** Whether the font was given open, and cannot be opened again. */
  private readonly isOwned: boolean;

  constructor(
    readonly info: FontFileInfo,
    opened: OpenFont | null = null,
  ) {
    this.opened = opened;
    this.isOwned = opened !== null;
  }

  /** @throws Error that names the file if the file is broken */
  atWeight(weight: number): FontInstance {
    // After a fault, fonts are opened again in the new instance. A font of one video is gone with its instance.
    if (this.opened?.harfbuzz !== harfbuzz() && !this.isOwned) this.opened = null;
    this.opened ??= openFontFile(this.info.path);
    return this.opened.atWeight(weight);
  }

  /** Gives the memory of the font back. The file must not be used again. */
  close(): void {
    this.opened?.close();
    this.opened = null;
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
