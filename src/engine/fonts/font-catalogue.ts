import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TextMeasure } from '../../core/captions/types.js';
import { type FontFace, readFontFace } from './font-face.js';

const FONT_FILE = /\.(ttf|otf)$/i;
/**
 * Mathematical fonts reserve lines several letters tall, and libass scales by that height: their
 * text would come out tiny. Text fonts stay below 1.6.
 */
const MAX_LINE_EMS = 2;
/** Names projects use for fonts that are not free to ship, and the family that stands in for each. */
const STAND_INS: ReadonlyMap<string, string> = new Map([
  ['arial', 'DejaVu Sans'],
  ['helvetica', 'DejaVu Sans'],
  ['verdana', 'DejaVu Sans'],
  ['sans-serif', 'DejaVu Sans'],
  ['times new roman', 'DejaVu Serif'],
  ['serif', 'DejaVu Serif'],
  ['courier new', 'DejaVu Sans Mono'],
  ['monospace', 'DejaVu Sans Mono'],
]);
/** Drawn without a width: marks on the letter before, joiners, variation selectors. */
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\p{Variation_Selector}]$/u;
const NO_INK = /^[\p{Z}\p{Cf}\p{Variation_Selector}]$/u;

/**
 * The font families captions may use: those of one folder and no others, so that a project looks
 * the same on every machine. libass is given the same folder.
 */
export class FontCatalogue {
  private constructor(
    /** For the `fontsdir` option of ffmpeg's filter. */
    readonly fontsDir: string,
    private readonly faces: readonly FontFace[],
  ) {}

  /**
   * Reads every font file directly in a folder.
   *
   * @throws Error when the folder cannot be read, holds no font, or a font is broken (named)
   */
  static async load(fontsDir: string): Promise<FontCatalogue> {
    const names = (await readdir(fontsDir)).filter((name) => FONT_FILE.test(name)).sort();
    const faces: FontFace[] = [];
    for (const name of names) {
      const bytes = await readFile(join(fontsDir, name));
      try {
        faces.push(readFontFace(bytes));
      } catch (error) {
        throw new Error(`The font file ${name} cannot be used: ${(error as Error).message}`, {
          cause: error,
        });
      }
    }
    const usable = faces.filter((face) => face.lineUnits <= MAX_LINE_EMS * face.unitsPerEm);
    if (usable.length === 0) throw new Error(`There is no font in ${fontsDir}`);
    return new FontCatalogue(fontsDir, usable);
  }

  /** Names of the families, sorted. */
  families(): string[] {
    return [...new Set(this.faces.map((face) => face.family))].sort();
  }

  /**
   * The family to draw with for the name a project gives, in any case: the family itself, or the
   * one that stands in for a common name such as Arial. Null when there is neither.
   */
  resolve(family: string): string | null {
    const wanted = family.trim().toLowerCase();
    const find = (name: string) =>
      this.families().find((known) => known.toLowerCase() === name.toLowerCase());
    return find(wanted) ?? find(STAND_INS.get(wanted) ?? '') ?? null;
  }

  /**
   * Measures text as libass sets it: the font size is the height of a line (Windows ascent plus
   * descent), not of the em; no kerning; characters the family lacks come from the other families.
   * Ligatures, which only narrow a line, are not counted.
   *
   * @param sizePx the font size of the style, pixels of the output
   * @throws Error when there is no such family
   */
  measure(family: string, bold: boolean, sizePx: number): TextMeasure {
    const faces = this.facesFor(family, bold);
    const widths = new Map<string, number>();
    const widthOf = (character: string): number => {
      if (NO_WIDTH.test(character)) return 0;
      const codePoint = character.codePointAt(0) ?? 0;
      const face = faces.find((candidate) => candidate.glyphOf(codePoint) !== 0) ?? faces[0];
      if (face === undefined) return 0;
      return (face.advanceOf(face.glyphOf(codePoint)) * sizePx) / face.lineUnits;
    };
    return (text) => {
      let total = 0;
      for (const character of text) {
        const width = widths.get(character) ?? widthOf(character);
        widths.set(character, width);
        total += width;
      }
      return total;
    };
  }

  /**
   * The distinct characters of a text that neither the family nor any other here can draw, in order
   * of appearance. libass would show an empty box for each.
   *
   * @throws Error when there is no such family
   */
  missingGlyphs(family: string, text: string): string[] {
    const faces = this.facesFor(family, true);
    return [...new Set(text)].filter(
      (character) =>
        !NO_INK.test(character) &&
        faces.every((face) => face.glyphOf(character.codePointAt(0) ?? 0) === 0),
    );
  }

  /** The upright face asked for, then what libass falls back to. */
  private facesFor(family: string, bold: boolean): FontFace[] {
    const upright = this.faces.filter((face) => !face.italic);
    const own = upright.filter((face) => face.family === family);
    if (own.length === 0) throw new Error(`There is no font family "${family}"`);
    const others = upright.filter((face) => face.family !== family);
    const byWeight = (faces: FontFace[]) => [
      ...faces.filter((face) => face.bold === bold),
      ...faces.filter((face) => face.bold !== bold),
    ];
    return [...byWeight(own), ...byWeight(others)];
  }
}
