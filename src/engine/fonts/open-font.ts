import type * as hb from 'harfbuzzjs';
import { type Path, pathBounds, type PathCommand } from '../../core/drawing/path.js';
import type { FontMetrics } from '../../core/text/types.js';
import type { GlyphLayer } from '../../core/drawing/glyph-sprites.js';
import { freeObject, harfbuzz, type HarfBuzz, withHarfBuzz } from './harfbuzz.js';
import { sfntTable } from './sfnt-table.js';
import { unpackFont } from './unpack-font.js';

/** TrueType, OpenType with PostScript outlines, collections, and Apple's TrueType. */
const SIGNATURES = [0x00010000, 0x4f54544f, 0x74746366, 0x74727565];
/** The most commands per outline. The most detailed emoji have a fifth of it. */
const MAX_COMMANDS = 20_000;
/** The most commands that are kept for later texts: those of 10,000 Chinese characters, or a thousand emoji. */
const MAX_KEPT_COMMANDS = 1_500_000;
/** The largest distance from the origin. Larger glyphs would only cost memory. */
const MAX_EMS = 10;
/** Of all fonts that are open at once. HarfBuzz fails without an error when its memory ends at 2 GiB. */
const MAX_OPEN_BYTES = 768 << 20;
const FAMILY = 1;
const TYPOGRAPHIC_FAMILY = 16;
const NORMAL_WIDTH = 5;
const ITALIC = 1 << 0;

/** The description of a font from its tables. */
export interface FontDescription {
  readonly family: string;
  /** The lightest and the heaviest weight; equal if the file has one weight. */
  readonly weights: readonly [number, number];
  readonly italic: boolean;
}

/**
 * A font file that HarfBuzz has opened. All parsing happens in WebAssembly memory, so that a malicious font cannot
 * access anything else.
 */
export class OpenFont {
  /** Bytes of all open fonts, by the instance that holds them. */
  private static readonly openBytes = new WeakMap<HarfBuzz, number>();
  private readonly instances = new Map<number, FontInstance>();
  /** The instance that holds the font. */
  readonly harfbuzz: HarfBuzz = harfbuzz();
  private readonly blob: hb.Blob;
  private readonly face: hb.Face;
  /** The beginning of the table OS/2, which is shorter in broken fonts. */
  private readonly os2: Buffer;
  private readonly size: number;
  private readonly isDetailed: boolean;

  private constructor(font: Buffer) {
    this.size = font.length;
    this.isDetailed = mayHaveDetailedGlyphs(font);
    this.os2 = Buffer.from(sfntTable(font, 'OS/2')?.subarray(0, 64) ?? []);
    this.blob = new this.harfbuzz.Blob(font);
    this.face = new this.harfbuzz.Face(this.blob);
    this.count(this.size);
  }

  /**
   * @param bytes TrueType, OpenType, WOFF, or WOFF2
   * @throws Error if the bytes are not a font
   */
  static open(bytes: Buffer): OpenFont {
    const font = unpackFont(bytes);
    if (font.length < 12 || !SIGNATURES.includes(font.readUInt32BE(0))) {
      throw new Error('The file is not a TrueType or OpenType font.');
    }
    if ((OpenFont.openBytes.get(harfbuzz()) ?? 0) + font.length > MAX_OPEN_BYTES) {
      throw new Error('Other videos use too many large fonts at the moment.');
    }
    return withHarfBuzz(() => {
      const open = new OpenFont(font);
      // HarfBuzz treats a broken font as an empty font.
      if (open.face.collectUnicodes().length > 0) return open;
      open.close();
      throw new Error('The font contains no characters.');
    });
  }

  /** @throws Error if the font has no family name */
  describe(): FontDescription {
    const axis = this.face.getAxisInfos()['wght'];
    const os2 = this.os2.length === 64 ? this.os2 : null;
    // The typographic family includes all weights, but also all widths, which are separate families here.
    const normalWidth = os2 === null || os2.readUInt16BE(6) === NORMAL_WIDTH;
    const typographic = normalWidth ? this.face.getName(TYPOGRAPHIC_FAMILY, 'en') : '';
    const family = typographic || this.face.getName(FAMILY, 'en');
    if (family === '') throw new Error('The font has no family name.');
    const weight = os2?.readUInt16BE(4) ?? 400;
    return {
      family,
      weights: axis ? [axis.min, axis.max] : [weight, weight],
      italic: ((os2?.readUInt16BE(62) ?? 0) & ITALIC) !== 0,
    };
  }

  /** The font at a weight. A font without a weight axis always returns the same instance. */
  atWeight(weight: number): FontInstance {
    const axis = this.face.getAxisInfos()['wght'];
    const value = axis ? Math.min(axis.max, Math.max(axis.min, weight)) : 0;
    const known = this.instances.get(value);
    if (known) return known;
    const instance = new FontInstance(this.harfbuzz, this.face, {
      weight: axis ? value : null,
      isDetailed: this.isDetailed,
    });
    this.instances.set(value, instance);
    return instance;
  }

  /** Gives the memory of the font back. The font must not be used again. */
  close(): void {
    for (const { font } of this.instances.values()) freeObject(font);
    this.instances.clear();
    freeObject(this.face);
    freeObject(this.blob);
    this.count(-this.size);
  }

  private count(bytes: number): void {
    OpenFont.openBytes.set(this.harfbuzz, (OpenFont.openBytes.get(this.harfbuzz) ?? 0) + bytes);
  }
}

/** A font at one weight, in font units (y points up). */
export class FontInstance {
  readonly font: hb.Font;
  readonly unitsPerEm: number;
  private readonly outlines = new Map<number, readonly GlyphLayer[]>();
  private readonly palette: readonly string[];
  /** Glyphs with a layer that is too large or has too many commands to be drawn. */
  private readonly undrawable = new Set<number>();
  private readonly isDetailed: boolean;
  private keptCommands = 0;

  constructor(
    readonly harfbuzz: HarfBuzz,
    private readonly face: hb.Face,
    { weight, isDetailed }: { readonly weight: number | null; readonly isDetailed: boolean },
  ) {
    this.isDetailed = isDetailed || face.hasColorLayers();
    this.font = new harfbuzz.Font(face);
    this.unitsPerEm = face.upem;
    if (weight !== null) this.font.setVariations([new harfbuzz.Variation('wght', weight)]);
    const [palette] = face.hasColorLayers() ? face.getColorPalettes() : [];
    this.palette = (palette?.colors ?? []).map(hexColor);
  }

  /** False as well if the character cannot be drawn, so that another font draws it, or its author is told. */
  hasCodePoint(codePoint: number): boolean {
    const glyph = this.font.nominalGlyph(codePoint) ?? 0;
    if (glyph !== 0 && this.isDetailed) this.layersOf(glyph);
    return glyph !== 0 && !this.undrawable.has(glyph);
  }

  /** The outlines of a glyph in font units, with y pointing down and the bottom layer first. */
  layersOf(glyph: number): readonly GlyphLayer[] {
    const known = this.outlines.get(glyph);
    if (known) return known;
    const read = this.readLayers(glyph);
    const layers = read?.filter(({ path }) => this.isDrawable(path)) ?? [];
    const shown = read?.filter(({ path }) => pathBounds(path) !== null) ?? null;
    if (layers.length !== shown?.length) this.undrawable.add(glyph);
    this.keptCommands += countCommands(layers);
    if (this.keptCommands > MAX_KEPT_COMMANDS) {
      this.outlines.clear();
      this.keptCommands = countCommands(layers);
    }
    this.outlines.set(glyph, layers);
    return layers;
  }

  metrics(sizePx: number): FontMetrics {
    const scale = sizePx / this.unitsPerEm;
    const { ascender, descender } = this.font.hExtents();
    const { MetricsTag } = this.harfbuzz;
    const metric = (tag: hb.MetricsTag) => this.font.getMetricPositionWithFallback(tag) * scale;
    return {
      ascent: ascender * scale,
      descent: -descender * scale,
      capHeight: metric(MetricsTag.CAP_HEIGHT),
      xHeight: metric(MetricsTag.X_HEIGHT),
      underlineOffset: -metric(MetricsTag.UNDERLINE_OFFSET),
      underlineThickness: metric(MetricsTag.UNDERLINE_SIZE),
    };
  }

  /** @returns null if the layers have too many commands */
  private readLayers(glyph: number): GlyphLayer[] | null {
    const layers = this.face.hasColorLayers() ? this.face.getGlyphColorLayers(glyph) : [];
    if (layers.length === 0 || layers.length > MAX_COMMANDS)
      return [{ color: null, path: this.readPath(glyph) }];
    const drawn: GlyphLayer[] = [];
    let commands = 0;
    for (const { glyph: part, colorIndex } of layers) {
      const path = this.readPath(part);
      commands += path.length;
      // Like an outline with too many commands, and before the next one is read.
      if (commands > MAX_COMMANDS) return null;
      drawn.push({
        color: colorIndex === undefined ? null : (this.palette[colorIndex] ?? null),
        path,
      });
    }
    return drawn;
  }

  private isDrawable(path: Path): boolean {
    const bounds = pathBounds(path);
    const furthest = MAX_EMS * this.unitsPerEm;
    return (
      bounds !== null &&
      path.length <= MAX_COMMANDS &&
      Object.values(bounds).every((edge) => Math.abs(edge) <= furthest)
    );
  }

  private readPath(glyph: number): Path {
    const path: PathCommand[] = [];
    let [x, y] = [0, 0];
    for (const { type, values } of this.font.glyphToJson(glyph)) {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
      if (type === 'M' || type === 'L') path.push([type, a, -b]);
      if (type === 'C') path.push(['C', a, -b, c, -d, e, -f]);
      if (type === 'Q') {
        // The cubic curve that equals this quadratic curve.
        const [fromX, fromY] = [x + (2 / 3) * (a - x), y + (2 / 3) * (b - y)];
        const [toX, toY] = [c + (2 / 3) * (a - c), d + (2 / 3) * (b - d)];
        path.push(['C', fromX, -fromY, toX, -toY, c, -d]);
      }
      if (values.length >= 2) [x, y] = [values.at(-2)!, values.at(-1)!];
    }
    return path;
  }
}

/**
 * Whether a glyph may have too many commands to be drawn. Fonts with TrueType outlines tell the most points of a
 * glyph (OpenType, "maxp"), each of which takes about one command.
 */
function mayHaveDetailedGlyphs(font: Buffer): boolean {
  const maxp = sfntTable(font, 'maxp');
  if (maxp === null || maxp.length < 12) return true;
  return Math.max(maxp.readUInt16BE(6), maxp.readUInt16BE(10)) > MAX_COMMANDS / 2;
}

/** The lines and curves of a glyph. */
export function countCommands(layers: readonly GlyphLayer[]): number {
  return layers.reduce((sum, { path }) => sum + path.length, 0);
}

function hexColor({ red, green, blue, alpha }: hb.Color): string {
  const hex = [red, green, blue, alpha].map((value) => value.toString(16).padStart(2, '0'));
  return `#${hex.join('').toUpperCase()}`;
}
