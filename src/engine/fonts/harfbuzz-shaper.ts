import { Injectable } from '@nestjs/common';
import * as hb from 'harfbuzzjs';
import { type Path, transformPath } from '../../core/drawing/path.js';
import type {
  FontMetrics,
  FontRequest,
  GlyphLayer,
  ShapedGlyph,
  ShapedText,
  ShapeOptions,
  TextShaper,
} from '../../core/text/types.js';
import { visualOrder } from './bidi.js';
import { type FaceStyle, FontCatalogue } from './font-catalogue.js';
import { Itemizer, type TextRun } from './itemize.js';
import type { FontInstance } from './open-font.js';

/** Letters of these join: a gap between them would tear words apart. */
const JOINED = new Set(['Arab', 'Syrc', 'Deva', 'Beng', 'Guru']);
const INVISIBLE = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}]$/u;
/** Kept between calls: as many as the captions of a long video have lines and words. */
const MAX_KEPT = 5_000;

/** {@link TextShaper} by HarfBuzz, over the families of a catalogue. */
@Injectable()
export class HarfbuzzShaper implements TextShaper {
  private readonly itemizer: Itemizer;
  private readonly kept = new Map<string, ShapedText>();
  /** Outlines in pixels, by font and then by glyph at a size. */
  private readonly outlines = new WeakMap<FontInstance, Map<string, readonly GlyphLayer[]>>();

  constructor(private readonly fonts: FontCatalogue) {
    this.itemizer = new Itemizer(fonts);
  }

  shape(text: string, font: FontRequest, options: ShapeOptions): ShapedText {
    const key = JSON.stringify([text, font, options]);
    const known = this.kept.get(key);
    if (known) return known;
    const shaped = this.shapeAnew(text, font, options);
    if (this.kept.size >= MAX_KEPT) this.kept.clear();
    this.kept.set(key, shaped);
    return shaped;
  }

  metrics(font: FontRequest): FontMetrics {
    const [file] = this.fonts.filesOf(styleOf(font));
    return file!.at(font.weight).metrics(font.sizePx);
  }

  private shapeAnew(text: string, font: FontRequest, options: ShapeOptions): ShapedText {
    const { language } = options;
    const { direction, runs } = this.itemizer.itemize(
      text,
      styleOf(font),
      options.direction,
      language,
    );
    const glyphs: ShapedGlyph[] = [];
    const missing = new Set<string>();
    let pen = 0;
    for (const run of visualOrder(runs)) {
      if (run.file === null) {
        for (const character of text.slice(run.start, run.end)) {
          if (!INVISIBLE.test(character)) missing.add(character);
        }
        continue;
      }
      const shaped = this.shapeRun(text, run, run.file.at(font.weight), font, language, pen);
      glyphs.push(...shaped.glyphs);
      pen = shaped.pen;
    }
    return { text, direction, width: pen, glyphs, missing: [...missing] };
  }

  private shapeRun(
    text: string,
    run: TextRun,
    instance: FontInstance,
    { sizePx, letterSpacingPx = 0 }: FontRequest,
    language: string,
    from: number,
  ): { glyphs: ShapedGlyph[]; pen: number } {
    const rtl = run.level % 2 === 1;
    const spacing = JOINED.has(run.script) ? 0 : letterSpacingPx;
    const buffer = new hb.Buffer();
    buffer.addText(text, run.start, run.end - run.start);
    if (run.script !== '') buffer.setScript(run.script);
    if (/^[a-z]{2,3}\b/i.test(language)) buffer.setLanguage(language);
    buffer.guessSegmentProperties();
    buffer.setDirection(rtl ? hb.Direction.RTL : hb.Direction.LTR);
    // Ligatures would swallow the spacing between their letters.
    const features = spacing === 0 ? [] : [new hb.Feature('liga', 0), new hb.Feature('clig', 0)];
    hb.shape(instance.font, buffer, features);

    const scale = sizePx / instance.unitsPerEm;
    const infos = buffer.getGlyphInfosAndPositions();
    const ends = clusterEnds(
      infos.map(({ cluster }) => cluster),
      run.end,
    );
    let pen = from;
    const glyphs = infos.map((glyph, index): ShapedGlyph => {
      const lastOfCluster = infos[index + 1]?.cluster !== glyph.cluster;
      const advance = (glyph.xAdvance ?? 0) * scale + (lastOfCluster ? spacing : 0);
      const placed = {
        start: glyph.cluster,
        end: ends.get(glyph.cluster) ?? run.end,
        rtl,
        left: pen,
        x: pen + (glyph.xOffset ?? 0) * scale,
        y: -(glyph.yOffset ?? 0) * scale,
        advance,
        layers: this.layersOf(instance, glyph.codepoint, scale),
      };
      pen += advance;
      return placed;
    });
    return { glyphs, pen };
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
    if (sizes.size >= MAX_KEPT) sizes.clear();
    sizes.set(key, layers);
    return layers;
  }
}

function styleOf({ family, weight, italic = false }: FontRequest): FaceStyle {
  return { family, weight, italic };
}

/** Each cluster ends where the next one of the text begins. */
function clusterEnds(clusters: readonly number[], end: number): Map<number, number> {
  const starts = [...new Set(clusters)].sort((a, b) => a - b);
  return new Map(starts.map((start, index) => [start, starts[index + 1] ?? end]));
}
