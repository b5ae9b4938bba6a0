import { pathBounds, type Rect, unionOf } from '../drawing/path.js';
import type { CaptionSettings } from '../project/types.js';
import { layOutBlock } from '../text/lay-out-block.js';
import { inkOf } from '../text/lay-out-line.js';
import type { FontMetrics, GlyphLayer, ShapedGlyph, TextShaper } from '../text/types.js';
import { captionFont, LINE_HEIGHT } from './caption-font.js';
import { displayText } from './plain-text.js';
import { safeArea } from './safe-area.js';
import type { CaptionPage, FrameSize } from './types.js';

/** A word of a page in its place, in pixels of the frame. */
export interface PageWord {
  readonly line: number;
  readonly text: string;
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
    line.map((word) => displayText(word.text, settings, language)),
  );
  const { horizontal, vertical } = settings.position;
  const block = layOutBlock(texts, shaper, font, {
    align: horizontal,
    lineHeight: LINE_HEIGHT,
    direction: 'auto',
    language,
  });
  const area = safeArea(settings, frame);
  const inside = (share: number, size: number, whole: number, margin: number) =>
    margin + (whole - 2 * margin - size) * share;
  const left = inside(
    { left: 0, center: 0.5, right: 1 }[horizontal],
    block.width,
    frame.width,
    area.marginX,
  );
  // Whole pixels, so that lines of all pages stand equally sharp.
  const top = Math.round(
    inside({ top: 0, center: 0.5, bottom: 1 }[vertical], block.height, frame.height, area.marginY),
  );
  const words = block.lines.flatMap((line, index) => {
    const baseline = Math.round(top + line.baseline);
    const originX = left + line.x;
    return line.words.map((word): PageWord => ({
      line: index,
      text: word.text,
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
