import { builtInFonts, rasterizerFont } from './built-in-fonts.js';
import { FontFamilies } from './font-families.js';
import { FontFile } from './font-file.js';
import { fontFingerprint } from './font-fingerprint.js';
import { type FontGroup, groupOf } from './font-group.js';
import { readFontFolder } from './font-folder.js';
import { OpenFont } from './open-font.js';

const EMOJI_FAMILY = 'Twemoji';
/** Single emoji, flags, keycaps, and joined emoji, unless a variation selector requests text. */
const EMOJI =
  /^(?=[\s\S]*[\p{Emoji_Presentation}\p{Regional_Indicator}\uFE0F\u{E0061}-\u{E007A}])[^\uFE0E]+$/u;
const HAN = /\p{Script=Han}/u;

/** A family and the requested style. */
export interface FaceStyle {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
}

/** A catalog with one additional font. */
export interface AddedFont {
  readonly fonts: FontCatalog;
  /** The name of the new family. */
  readonly family: string;
  /** Gives the memory of the font back. Neither the catalog nor its shapers must be used again. */
  readonly close: () => void;
}

/**
 * The font families that a video config can use: those that are installed with VideoCraft and those of one folder,
 * but never the fonts of the machine, so that a video looks the same everywhere.
 */
export class FontCatalog {
  private readonly byFamily = new Map<string, FontGroup[]>();
  private readonly names: FontFamilies;

  /**
   * @param custom the fonts of the operator, which are part of `groups`
   * @param mirror where families come from that are not installed, or null
   */
  constructor(
    private readonly groups: readonly FontGroup[],
    private readonly custom: readonly FontFile[] = [],
    readonly mirror: string | null = null,
  ) {
    for (const group of groups) {
      const { family } = group;
      this.byFamily.set(family, [...(this.byFamily.get(family) ?? []), group]);
    }
    const names = [...this.byFamily.keys()].filter((family) => family !== EMOJI_FAMILY);
    this.names = new FontFamilies(names.sort(), mirror !== null);
  }

  /**
   * Loads the built-in families and the families of an optional folder.
   *
   * @throws Error if the folder cannot be read, or an error that names the font if a font is broken
   */
  static async load(
    folder: string | null = null,
    mirror: string | null = null,
  ): Promise<FontCatalog> {
    const custom = folder === null ? [] : await readFontFolder(folder);
    return new FontCatalog([...(await builtInFonts()), ...custom.map(groupOf)], custom, mirror);
  }

  /**
   * Creates a catalog with one additional font, as a new family.
   *
   * @param bytes TrueType, OpenType, WOFF, or WOFF2
   * @throws Error if the bytes are not a font
   */
  withFont(bytes: Buffer, name: string): AddedFont {
    const opened = OpenFont.open(bytes);
    const family = `font ${name}`;
    try {
      const file = new FontFile({ ...opened.describe(), path: name, family, ranges: null }, opened);
      const fonts = new FontCatalog([...this.groups, groupOf(file)]);
      return { fonts, family, close: () => file.close() };
    } catch (error) {
      opened.close();
      throw error;
    }
  }

  /** The path of the font for ffmpeg's `ass` filter; see {@link rasterizerFont}. */
  get rasterizerFont(): string {
    return rasterizerFont();
  }

  /** See {@link fontFingerprint}. */
  fingerprint(): Promise<string> {
    return fontFingerprint(this.allFiles(), this.custom);
  }

  /** All fonts, in fallback order. */
  allFiles(): readonly FontFile[] {
    return this.groups.flatMap((group) => group.files());
  }

  /** Names of other fonts, each with the family that replaces it. */
  replacements(): readonly (readonly [name: string, family: string])[] {
    return this.names.replacements();
  }

  /** The names of the families, sorted. */
  families(): readonly string[] {
    return this.names.families();
  }

  /** Finds the family for a name in a video config; see {@link FontFamilies.resolve}. */
  resolve(family: string): string | null {
    return this.names.resolve(family);
  }

  /**
   * Returns the files of a family, with the closest match first.
   *
   * @throws Error if there is no such family
   */
  filesInFamily({ family, weight, italic }: FaceStyle): FontFile[] {
    const files = this.filesOf(family);
    if (files.length === 0) throw new Error(`Font family "${family}" not found.`);
    const distance = ({ info }: FontFile) =>
      weightDistance(weight, info.weights) + (info.italic === italic ? 0 : 10_000);
    return files.toSorted((a, b) => distance(a) - distance(b));
  }

  private filesOf(family: string): FontFile[] {
    return (this.byFamily.get(family) ?? []).flatMap((group) => group.files());
  }

  /**
   * Yields the fonts for a grapheme, best match first: the emoji font for emoji, the requested family, the Han font
   * of the language for Han characters, and then every other family.
   *
   * @param language BCP 47 tag
   */
  *candidates(grapheme: string, style: FaceStyle, language: string): Generator<FontFile> {
    const isEmoji = EMOJI.test(grapheme);
    const emoji = this.filesOf(EMOJI_FAMILY);
    if (isEmoji) yield* emoji;
    yield* this.filesInFamily(style);
    const han = HAN.test(grapheme) ? hanFamily(language) : null;
    if (han !== null && this.byFamily.has(han))
      yield* this.filesInFamily({ ...style, family: han });
    for (const family of this.byFamily.keys()) {
      if (family !== style.family && family !== EMOJI_FAMILY && family !== han) {
        yield* this.filesInFamily({ ...style, family });
      }
    }
    if (!isEmoji) yield* emoji;
  }
}

/** The closest weight wins; of two equally close, the heavier for bold text, otherwise the lighter (CSS Fonts 4). */
function weightDistance(weight: number, [from, to]: readonly [number, number]): number {
  const nearest = Math.min(to, Math.max(from, weight));
  const wrongSide = weight > 500 ? nearest < weight : nearest > weight;
  return Math.abs(nearest - weight) + (wrongSide ? 0.5 : 0);
}

function hanFamily(language: string): string {
  if (/^ja\b/i.test(language)) return 'Noto Sans JP';
  return /^ko\b/i.test(language) ? 'Noto Sans KR' : 'Noto Sans SC';
}
