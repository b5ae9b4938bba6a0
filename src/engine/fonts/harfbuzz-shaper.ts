import { Injectable } from '@nestjs/common';
import { type Path, transformPath } from '../../core/drawing/path.js';
import type {
  FontMetrics,
  FontRequest,
  ShapedGlyph,
  ShapedText,
  ShapeOptions,
  TextShaper,
} from '../../core/text/types.js';
import type { GlyphLayer } from '../../core/drawing/glyph-sprites.js';
import { visualOrder } from './bidi.js';
import { type FaceStyle, FontCatalog } from './font-catalog.js';
import { freeObject, type HarfBuzz, withHarfBuzz } from './harfbuzz.js';
import { Itemizer, type TextRun } from './itemize.js';
import { countCommands, type FontInstance } from './open-font.js';
import { TextOutlines } from './text-outlines.js';

/** Scripts with joined letters, in which letter spacing would tear words apart. */
const JOINED = new Set(['Arab', 'Syrc', 'Deva', 'Beng', 'Guru']);
const INVISIBLE = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}]$/u;
/** The size of the caches: the captions of a long video have this many lines and words. */
const MAX_CACHED = 5_000;
/** A glyph takes about 200 bytes, and one text can have thousands. */
const MAX_CACHED_GLYPHS = 250_000;
/** Lines and curves of outlines in a cache, about 200 bytes each. Only unusual fonts have so many. */
const MAX_CACHED_COMMANDS = 1_500_000;

/** A {@link TextShaper} with HarfBuzz, for the families of a catalog. */
@Injectable()
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
  shape(text: string, font: FontRequest, options: ShapeOptions): ShapedText {
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

  private shapeUncached(text: string, font: FontRequest, options: ShapeOptions): ShapedText {
    const { language } = options;
    const { direction, runs } = this.itemizer.itemize(
      text,
      styleOf(font),
      options.direction,
      language,
    );
    const glyphs: ShapedGlyph[] = [];
    const outlines = new TextOutlines(font.family);
    const missing = new Set<string>();
    let pen = 0;
    for (const run of visualOrder(runs)) {
      if (run.file === null) {
        for (const character of text.slice(run.start, run.end)) {
          if (!INVISIBLE.test(character)) missing.add(character);
        }
        continue;
      }
      const instance = run.file.atWeight(font.weight);
      pen = this.shapeRun({ text, run, instance, font, language, outlines }, pen, glyphs);
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
    const { run, instance, font } = input;
    const spacing = JOINED.has(run.script) ? 0 : (font.letterSpacingPx ?? 0);
    const infos = shapeInBuffer(input, spacing !== 0);
    const scale = font.sizePx / instance.unitsPerEm;
    const ends = clusterEnds(
      infos.map(({ cluster }) => cluster),
      run.end,
    );
    let pen = start;
    for (const [index, info] of infos.entries()) {
      const layers = this.layersOf(instance, info.codepoint, scale);
      input.outlines.add(layers);
      const isLastOfCluster = infos[index + 1]?.cluster !== info.cluster;
      const advance = info.xAdvance! * scale + (isLastOfCluster ? spacing : 0);
      glyphs.push({
        start: info.cluster,
        end: ends.get(info.cluster)!,
        rtl: isRtl(run),
        left: pen,
        x: pen + info.xOffset! * scale,
        y: -info.yOffset! * scale,
        advance,
        layers,
      });
      pen += advance;
    }
    return pen;
  }

  private layersOf(instance: FontInstance, glyph: number, scale: number): readonly GlyphLayer[] {
    let sizes = this.outlines.get(instance);
    if (!sizes) this.outlines.set(instance, (sizes = new Map()));
    const key = `${glyph}@${scale}`;
    const known = sizes.get(key);
    if (known) return known;
    const inPixels = (path: Path) => transformPath(path, { scale, dx: 0, dy: 0 });
    const layers = instance
      .layersOf(glyph)
      .map(({ color, path }) => ({ color, path: inPixels(path) }));
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
  readonly font: FontRequest;
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
    buffer.setDirection(isRtl(run) ? Direction.RTL : Direction.LTR);
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

function styleOf({ family, weight, italic = false }: FontRequest): FaceStyle {
  return { family, weight, italic };
}

/** Each cluster ends where the next cluster in the text starts. */
function clusterEnds(clusters: readonly number[], end: number): Map<number, number> {
  const starts = [...new Set(clusters)].sort((a, b) => a - b);
  return new Map(starts.map((start, index) => [start, starts[index + 1] ?? end]));
}
