import { builtInFonts, rasterizerFont } from './built-in-fonts.js';
import { FontFile } from './font-file.js';
import { readFontFolder } from './font-folder.js';
import { OpenFont } from './open-font.js';
import { woff2Ready } from './woff2.js';

/** Names projects use for fonts that are not free to ship, and the family that stands in for each. */
const STAND_INS: ReadonlyMap<string, string> = new Map([
  ['arial', 'Arimo'],
  ['helvetica', 'Arimo'],
  ['helvetica neue', 'Arimo'],
  ['sans-serif', 'Arimo'],
  ['verdana', 'DejaVu Sans'],
  ['dejavu sans light', 'DejaVu Sans'],
  ['times new roman', 'Tinos'],
  ['times', 'Tinos'],
  ['serif', 'Tinos'],
  ['courier new', 'Cousine'],
  ['monospace', 'Cousine'],
  ['impact', 'Anton'],
]);
const EMOJI_FAMILY = 'Twemoji';
/** Drawn as pictures unless told otherwise: single emoji, flags, keycaps, joined ones. */
const EMOJI =
  /^(?=[\s\S]*[\p{Emoji_Presentation}\p{Regional_Indicator}\uFE0F\u{E0061}-\u{E007A}])[^\uFE0E]+$/u;
const HAN = /\p{Script=Han}/u;

/** What a family has to fit in a choice of fonts. */
export interface FaceStyle {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
}

/**
 * The font families a project may use: those that come with the program and those of one folder, and
 * never the machine's own, so that a project looks the same everywhere.
 */
export class FontCatalogue {
  private readonly byFamily = new Map<string, FontFile[]>();

  constructor(files: readonly FontFile[]) {
    for (const file of files) {
      const { family } = file.fields;
      this.byFamily.set(family, [...(this.byFamily.get(family) ?? []), file]);
    }
  }

  /**
   * The built-in families, and those of a folder when one is given.
   *
   * @throws Error when the folder cannot be read, or a font in it is broken (named)
   */
  static async load(folder: string | null = null): Promise<FontCatalogue> {
    await woff2Ready;
    const own = folder === null ? [] : await readFontFolder(folder);
    return new FontCatalogue([...(await builtInFonts()), ...own]);
  }

  /**
   * This catalogue and one font more, which no other font of the same name is mixed with.
   *
   * @param bytes TrueType, OpenType, WOFF or WOFF2
   * @returns the family under which the font is found
   * @throws Error when they are not a font
   */
  withFont(bytes: Buffer, name: string): { fonts: FontCatalogue; family: string } {
    const opened = OpenFont.open(bytes);
    const family = `font ${name}`;
    const own = new FontFile({ ...opened.describe(), path: name, family, ranges: null }, opened);
    return { fonts: new FontCatalogue([...this.byFamily.values()].flat().concat(own)), family };
  }

  /** File of the font that ffmpeg's filter is given; see {@link rasterizerFont}. */
  get rasterizerFont(): string {
    return rasterizerFont();
  }

  /** Names of the families, sorted. */
  families(): string[] {
    return [...this.byFamily.keys()].filter((family) => family !== EMOJI_FAMILY).sort();
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
   * The files of a family, the nearest to the style first.
   *
   * @throws Error when there is no such family
   */
  filesOf({ family, weight, italic }: FaceStyle): FontFile[] {
    const files = this.byFamily.get(family);
    if (files === undefined) throw new Error(`There is no font family "${family}"`);
    const distance = ({ fields }: FontFile) =>
      weightDistance(weight, fields.weights) + (fields.italic === italic ? 0 : 10_000);
    return files.toSorted((a, b) => distance(a) - distance(b));
  }

  /**
   * Where to look for a grapheme, best first: the emoji font for emoji, the family asked for, for Han
   * characters the forms of the language, then every other family.
   *
   * @param language BCP 47 tag
   */
  *candidates(grapheme: string, style: FaceStyle, language: string): Generator<FontFile> {
    const isEmoji = EMOJI.test(grapheme);
    const emoji = this.byFamily.get(EMOJI_FAMILY) ?? [];
    if (isEmoji) yield* emoji;
    yield* this.filesOf(style);
    const han = HAN.test(grapheme) ? hanFamily(language) : null;
    if (han !== null && this.byFamily.has(han)) yield* this.filesOf({ ...style, family: han });
    for (const family of this.byFamily.keys()) {
      if (family !== style.family && family !== EMOJI_FAMILY && family !== han) {
        yield* this.filesOf({ ...style, family });
      }
    }
    if (!isEmoji) yield* emoji;
  }
}

/** Nearest first; of two as near, the heavier for bold text and the lighter for other (CSS Fonts 4). */
function weightDistance(wanted: number, [from, to]: readonly [number, number]): number {
  const nearest = Math.min(to, Math.max(from, wanted));
  const wrongSide = wanted > 500 ? nearest < wanted : nearest > wanted;
  return Math.abs(nearest - wanted) + (wrongSide ? 0.5 : 0);
}

function hanFamily(language: string): string {
  if (/^ja\b/i.test(language)) return 'Noto Sans JP';
  return /^ko\b/i.test(language) ? 'Noto Sans KR' : 'Noto Sans SC';
}
