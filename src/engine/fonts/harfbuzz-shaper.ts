import type {
  FontMetrics,
  FontRequest,
  ShapedGlyph,
  ShapedText,
  ShapeOptions,
  TextFont,
  TextShaper,
} from '../../core/text/types.js';
import type { GlyphLayer } from '../../core/drawing/glyph-sprites.js';
import { visualOrder } from './bidi.js';
import { applyMatrix, type Matrix } from '../../core/drawing/matrix.js';
import type { FontCatalog } from './font-catalog.js';
import { freeObject, type HarfBuzz, withHarfBuzz } from './harfbuzz.js';
import { Itemizer, styleOf, type TextRun } from './itemize.js';
import { countCommands, type FontInstance } from './open-font.js';
import { TextOutlines } from './text-outlines.js';

/** Scripts with joined letters, in which letter spacing would tear words apart. */
const JOINED = new Set(['Arab', 'Syrc', 'Deva', 'Beng', 'Guru']);
const INVISIBLE = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}]$/u;
/** The top of the square of Chinese, Japanese, and Korean letters above the baseline. */
const IDEOGRAPHIC_TOP = 0.88;
/** The same for emoji of Twemoji. */
const EMOJI_TOP = 0.8;
/** The slant of letters without italics, as a share of their height: 14 degrees, as in browsers. */
const SLANT = 0.25;
/** The size of the caches: the captions of a long video have this many lines and words. */
const MAX_CACHED = 5_000;
/** A glyph takes about 200 bytes, and one text can have thousands. */
const MAX_CACHED_GLYPHS = 250_000;
/** Lines and curves of outlines in a cache, about 200 bytes each. Only unusual fonts have so many. */
const MAX_CACHED_COMMANDS = 1_500_000;

/** A {@link TextShaper} with HarfBuzz, for the families of a catalog. */
export class HarfbuzzShaper implements TextShaper {
  private readonly itemizer: Itemizer;
  private readonly cache = new Map<string, ShapedText>();
  private cachedGlyphs = 0;
  /** Outlines in pixels, by font, and then by glyph and size. */
  private outlines = new WeakMap<FontInstance, Map<string, readonly GlyphLayer[]>>();
  private cachedCommands = 0;

  constructor(private readonly fonts: FontCatalog) {
    this.itemizer = new Itemizer(fonts);
  }

  /** @throws JobFailure MEDIA_LIMIT_EXCEEDED if the glyphs of the text have too many lines and curves */
  shape(text: string, font: TextFont, options: ShapeOptions): ShapedText {
    const key = JSON.stringify([text, font, options]);
    const cached = this.cache.get(key);
    if (cached) return cached;
    const shaped = withHarfBuzz(() => this.shapeUncached(text, font, options));
    this.cachedGlyphs += shaped.glyphs.length;
    if (this.cache.size >= MAX_CACHED || this.cachedGlyphs > MAX_CACHED_GLYPHS) {
      this.cache.clear();
      this.cachedGlyphs = shaped.glyphs.length;
    }
    if (this.cachedCommands > MAX_CACHED_COMMANDS) this.forgetOutlines();
    this.cache.set(key, shaped);
    return shaped;
  }

  metrics(font: FontRequest): FontMetrics {
    const [file] = this.fonts.filesInFamily(styleOf(font));
    return withHarfBuzz(() => file!.atWeight(font.weight).metrics(font.sizePx));
  }

  private shapeUncached(text: string, font: TextFont, options: ShapeOptions): ShapedText {
    const { language } = options;
    const { direction, runs } = this.itemizer.itemize(text, font, options);
    const glyphs: ShapedGlyph[] = [];
    const outlines = new TextOutlines('family' in font ? font.family : font[0]!.font.family);
    const missing = new Set<string>();
    let pen = 0;
    for (const run of visualOrder(runs)) {
      if (run.file === null) {
        for (const character of text.slice(run.start, run.end)) {
          if (!INVISIBLE.test(character)) missing.add(character);
        }
        continue;
      }
      const instance = run.file.atWeight(run.font.weight);
      const isOblique = run.font.italic === true && !run.file.info.italic;
      pen = this.shapeRun({ text, run, instance, isOblique, language, outlines }, pen, glyphs);
    }
    return { text, direction, width: pen, glyphs, missing: [...missing] };
  }

  /**
   * Appends the glyphs of a run.
   *
   * @param start the pen position, from the left end of the text
   * @returns the pen position after the run
   */
  private shapeRun(input: RunInput, start: number, glyphs: ShapedGlyph[]): number {
    const { text, run, instance } = input;
    const { font, upright } = run;
    const spacing = JOINED.has(run.script) ? 0 : (font.letterSpacingPx ?? 0);
    const wordSpacing = font.wordSpacingPx ?? 0;
    const infos = shapeInBuffer(input, spacing !== 0);
    const scale = font.sizePx / instance.unitsPerEm;
    // The middle of upright letters is that of the capitals beside them, which are centered in their line.
    const middle = upright ? -this.metrics(font).capHeight / 2 : 0;
    const ends = clusterEnds(
      infos.map(({ cluster }) => cluster),
      run.end,
    );
    let pen = start;
    for (const [index, info] of infos.entries()) {
      const layers = this.layersOf(input, info.codepoint, scale);
      input.outlines.add(layers);
      const isLastOfCluster = infos[index + 1]?.cluster !== info.cluster;
      const extra = isLastOfCluster ? spacing + (isSpace(text, info.cluster) ? wordSpacing : 0) : 0;
      const advance = (upright ? font.sizePx : info.xAdvance! * scale) + extra;
      const [offsetX, offsetY] = upright
        ? [info.xOffset! * scale, topOfUpright(layers) * font.sizePx]
        : [info.xOffset! * scale, -info.yOffset! * scale];
      glyphs.push({
        start: info.cluster,
        end: ends.get(info.cluster)!,
        rtl: isRtl(run),
        left: pen,
        x: pen + (upright ? offsetY : offsetX),
        y: upright ? middle - offsetX : offsetY,
        advance,
        layers,
      });
      pen += advance;
    }
    return pen;
  }

  private layersOf(
    { instance, isOblique, run: { upright } }: RunInput,
    glyph: number,
    scale: number,
  ): readonly GlyphLayer[] {
    let sizes = this.outlines.get(instance);
    if (!sizes) this.outlines.set(instance, (sizes = new Map()));
    const key = `${glyph}@${scale}${isOblique ? 'o' : ''}${upright ? 'u' : ''}`;
    const known = sizes.get(key);
    if (known) return known;
    const layers = instance.layersOf(glyph).map(({ color, path }) => ({
      color,
      path: applyMatrix(
        path,
        glyphMatrix(scale, { isOblique: isOblique && color === null, upright }),
      ),
    }));
    if (sizes.size >= MAX_CACHED) sizes.clear();
    this.cachedCommands += countCommands(layers);
    sizes.set(key, layers);
    return layers;
  }

  /** Texts share outlines, so their memory is free only without both caches. */
  private forgetOutlines(): void {
    this.cache.clear();
    this.cachedGlyphs = 0;
    this.outlines = new WeakMap();
    this.cachedCommands = 0;
  }
}

/** A run and what its glyphs depend on. */
interface RunInput {
  readonly text: string;
  readonly run: TextRun;
  readonly instance: FontInstance;
  /** Whether upright letters are slanted, because the family has no italics. */
  readonly isOblique: boolean;
  readonly language: string;
  readonly outlines: TextOutlines;
}

function shapeInBuffer(
  { text, run, instance, language }: RunInput,
  hasLetterSpacing: boolean,
): GlyphInfos {
  const { Buffer: ShapeBuffer, Direction, Feature, shape } = instance.harfbuzz;
  const buffer = new ShapeBuffer();
  try {
    buffer.addText(text, run.start, run.end - run.start);
    if (run.script !== '') buffer.setScript(run.script);
    if (/^[a-z]{2,3}\b/i.test(language)) buffer.setLanguage(language);
    buffer.guessSegmentProperties();
    if (run.upright) buffer.setDirection(Direction.TTB);
    else buffer.setDirection(isRtl(run) ? Direction.RTL : Direction.LTR);
    // Ligatures would hide the spacing between their letters.
    const features = hasLetterSpacing ? [new Feature('liga', 0), new Feature('clig', 0)] : [];
    shape(instance.font, buffer, features);
    return buffer.getGlyphInfosAndPositions();
  } finally {
    freeObject(buffer);
  }
}

type GlyphInfos = ReturnType<InstanceType<HarfBuzz['Buffer']>['getGlyphInfosAndPositions']>;

function isRtl({ level }: TextRun): boolean {
  return level % 2 === 1;
}

function isSpace(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\u00A0';
}

/**
 * The baseline of an upright letter below the top of its square, as a share of the font size. Fonts on the web lack the
 * table of vertical origins, so letters stand where the ideographic square of OpenType is, and emoji in the middle.
 */
function topOfUpright(layers: readonly GlyphLayer[]): number {
  return layers.some(({ color }) => color !== null) ? EMOJI_TOP : IDEOGRAPHIC_TOP;
}

/** From font units to pixels: slanted, or turned left by a quarter. */
function glyphMatrix(
  scale: number,
  { isOblique, upright }: { readonly isOblique: boolean; readonly upright: boolean },
): Matrix {
  if (upright) return { a: 0, b: -scale, c: scale, d: isOblique ? scale * SLANT : 0, e: 0, f: 0 };
  return { a: scale, b: 0, c: isOblique ? -scale * SLANT : 0, d: scale, e: 0, f: 0 };
}

/** Each cluster ends where the next cluster in the text starts. */
function clusterEnds(clusters: readonly number[], end: number): Map<number, number> {
  const starts = [...new Set(clusters)].sort((a, b) => a - b);
  return new Map(starts.map((start, index) => [start, starts[index + 1] ?? end]));
}
