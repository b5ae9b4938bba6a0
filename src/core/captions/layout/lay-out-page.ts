import { pathBounds, type Rect, unionOf } from '../../drawing/path.js';
import type { CaptionSettings } from '../../project/types/index.js';
import { layOutBlock } from '../../text/lay-out-block.js';
import { inkOf } from '../../text/lay-out-line.js';
import type { FontMetrics, GlyphLayer, ShapedGlyph, TextShaper } from '../../text/types.js';
import { captionFont } from './caption-font.js';
import { displayText } from '../../text/plain-text.js';
import { safeArea } from './safe-area.js';
import type { CaptionPage, FrameSize } from '../caption-page.js';

/** A word of a page in its place, in pixels of the frame. */
export interface PageWord {
  readonly line: number;
  readonly text: string;
  readonly keyword: boolean;
  readonly rtl: boolean;
  /** The room it takes: its advance, by the height of its line. */
  readonly box: Rect;
  readonly baseline: number;
  readonly ink: readonly GlyphLayer[];
  /** Its letters one by one; `x` counts from `originX`. */
  readonly glyphs: readonly ShapedGlyph[];
  readonly originX: number;
}

/** A page as it stands in the frame, before anything says which colour it has when. */
export interface PageLayout {
  /** In reading order. */
  readonly words: readonly PageWord[];
  /** The room each line takes. */
  readonly lines: readonly Rect[];
  readonly metrics: FontMetrics;
}

/** Puts a page where its position and the safe area want it. */
export function layOutPage(
  page: CaptionPage,
  settings: CaptionSettings,
  frame: FrameSize,
  shaper: TextShaper,
  language: string,
): PageLayout {
  const font = captionFont(settings);
  const texts = page.lines.map((line) =>
    line.map((word) => ({ ...word, text: displayText(word.text, settings, language) })),
  );
  const { horizontal, vertical } = settings.position;
  const block = layOutBlock(texts, shaper, font, {
    align: horizontal,
    lineHeight: settings.lineHeight,
    direction: 'auto',
    language,
  });
  const area = safeArea(settings, frame);
  const at = (share: number, from: number, to: number, size: number) =>
    from + (to - from - size) * share;
  const left = at(
    { left: 0, center: 0.5, right: 1 }[horizontal],
    area.left,
    area.right,
    block.width,
  );
  // Whole pixels, so that lines of all pages stand equally sharp.
  const top = Math.round(
    at({ top: 0, center: 0.5, bottom: 1 }[vertical], area.top, area.bottom, block.height),
  );
  const said = page.lines.flat();
  const words = block.lines.flatMap((line, index) => {
    const baseline = Math.round(top + line.baseline);
    const originX = left + line.x;
    const above = page.lines.slice(0, index).flat().length;
    return line.words.map((word, place): PageWord => ({
      line: index,
      text: word.text,
      keyword: said[above + place]?.keyword ?? false,
      rtl: word.rtl,
      box: {
        left: originX + word.left,
        right: originX + word.right,
        top: top + line.top,
        bottom: top + line.bottom,
      },
      baseline,
      ink: inkOf(word.glyphs, originX, baseline),
      glyphs: word.glyphs,
      originX,
    }));
  });
  return {
    words,
    lines: block.lines.map((line) => ({
      left: left + line.x,
      right: left + line.x + line.width,
      top: top + line.top,
      bottom: top + line.bottom,
    })),
    metrics: shaper.metrics(font),
  };
}

/** The bounds of what is drawn of words, without outlines; null when there is nothing. */
export function inkBounds(words: readonly PageWord[]): Rect | null {
  return unionOf(words.flatMap(({ ink }) => ink.map(({ path }) => pathBounds(path)!)));
}
