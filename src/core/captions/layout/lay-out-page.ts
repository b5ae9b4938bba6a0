import { pathBounds, type Rect, unionOf } from '../../drawing/path.js';
import type { CaptionSettings } from '../../project/types/index.js';
import { type BlockLine, layOutBlock, type TextBlock } from '../../text/lay-out-block.js';
import { countPoints } from '../../text/count-points.js';
import { decorate } from '../../text/decorate.js';
import { placeGlyphs } from '../../text/lay-out-line.js';
import { displayText } from '../../text/plain-text.js';
import type { FontMetrics, ShapedGlyph, TextShaper } from '../../text/types.js';
import type { GlyphLayer } from '../../drawing/glyph-sprites.js';
import type { CaptionPage, CaptionWord, FrameSize } from '../caption-page.js';
import { captionFont } from './caption-font.js';
import { safeArea } from './safe-area.js';

/** A word of a page at its position, in pixels of the frame. */
export interface PageWord {
  /** The index of its line. */
  readonly line: number;
  readonly text: string;
  readonly keyword: boolean;
  readonly rtl: boolean;
  /** Its advance width and the height of its line. */
  readonly box: Rect;
  readonly baseline: number;
  readonly glyphLayers: readonly GlyphLayer[];
  /** The single glyphs; `x` is relative to `originX`. */
  readonly glyphs: readonly ShapedGlyph[];
  readonly originX: number;
}

/** A page laid out in the frame, before colors and animations. */
export interface PageLayout {
  /** In reading order. */
  readonly words: readonly PageWord[];
  /** The box of each line. */
  readonly lines: readonly Rect[];
  readonly metrics: FontMetrics;
}

export interface PageLayoutOptions {
  readonly settings: CaptionSettings;
  readonly frame: FrameSize;
  readonly shaper: TextShaper;
  /** BCP 47 tag. */
  readonly language: string;
  /** Called with the number of points in the outlines of the page before they are placed. May throw. */
  readonly onPoints?: (points: number) => void;
}

/** The top left corner of a page. */
interface Origin {
  readonly left: number;
  readonly top: number;
}

const HORIZONTAL_SHARE = { left: 0, center: 0.5, right: 1 } as const;
const VERTICAL_SHARE = {
  top: 0,
  'mid-top': 0.25,
  center: 0.5,
  'mid-bottom': 0.75,
  bottom: 1,
} as const;
/** The part of captions that `y` places. */
const VERTICAL_ANCHOR = { ...VERTICAL_SHARE, 'mid-top': 0.5, 'mid-bottom': 0.5 } as const;

/** Lays out a page at its position within the safe area. */
export function layOutPage(page: CaptionPage, options: PageLayoutOptions): PageLayout {
  const { settings, frame, shaper, language } = options;
  const font = captionFont(settings);
  const lines = page.lines.map((line) =>
    line.map((word) => ({ ...word, text: displayText(word.text, settings, language) })),
  );
  const block = layOutBlock(lines, shaper, font, {
    align: settings.position.horizontal,
    lineHeight: settings.lineHeight,
    direction: 'auto',
    language,
  });
  options.onPoints?.(
    countPoints(block.lines.flatMap(({ words }) => words.flatMap(({ glyphs }) => glyphs))),
  );
  const origin = placeBlock(block, settings, frame);
  const metrics = shaper.metrics(font);
  const { decoration } = settings;
  return {
    words: block.lines.flatMap((line, index) =>
      placeWords(line, page.lines[index]!, index, { origin, decoration, metrics }),
    ),
    lines: block.lines.map((line) => ({
      left: origin.left + line.x,
      right: origin.left + line.x + line.width,
      top: origin.top + line.top,
      bottom: origin.top + line.bottom,
    })),
    metrics,
  };
}

function placeBlock(block: TextBlock, settings: CaptionSettings, frame: FrameSize): Origin {
  const area = safeArea(settings, frame);
  const { horizontal, vertical } = settings.position;
  const freeWidth = area.right - area.left - block.width;
  const freeHeight = area.bottom - area.top - block.height;
  const { x, y } = settings;
  const left =
    x === null
      ? area.left + freeWidth * HORIZONTAL_SHARE[horizontal]
      : x - block.width * HORIZONTAL_SHARE[horizontal];
  const top =
    y === null
      ? area.top + freeHeight * VERTICAL_SHARE[vertical]
      : y - block.height * VERTICAL_ANCHOR[vertical];
  // Whole pixels, so that the lines of all pages are equally sharp.
  return { left, top: Math.round(top) };
}

/** What the words of a line are placed with. */
interface WordPlacement {
  readonly origin: Origin;
  readonly decoration: CaptionSettings['decoration'];
  readonly metrics: FontMetrics;
}

/** Places the words of a line. The laid-out line has as many words as the line of the page. */
function placeWords(
  line: BlockLine,
  captionWords: readonly CaptionWord[],
  index: number,
  { origin: { left, top }, decoration, metrics }: WordPlacement,
): PageWord[] {
  const baseline = Math.round(top + line.baseline);
  const originX = left + line.x;
  const inVisualOrder = line.words.toSorted((a, b) => a.left - b.left);
  /** A line below words goes on to the next word. */
  const endOf = (word: BlockLine['words'][number]) =>
    inVisualOrder[inVisualOrder.indexOf(word) + 1]?.left ?? word.right;
  return line.words.map((word, position): PageWord => ({
    line: index,
    text: word.text,
    keyword: captionWords[position]?.keyword ?? false,
    rtl: word.rtl,
    box: {
      left: originX + word.left,
      right: originX + word.right,
      top: top + line.top,
      bottom: top + line.bottom,
    },
    baseline,
    glyphLayers:
      decoration === 'none'
        ? placeGlyphs(word.glyphs, originX, baseline)
        : decorate(placeGlyphs(word.glyphs, originX, baseline), decoration, metrics, {
            left: originX + word.left,
            right: originX + endOf(word),
            baseline,
          }),
    glyphs: word.glyphs,
    originX,
  }));
}

/** The bounds of the glyphs of words, without outlines; null if nothing is drawn. */
export function glyphBounds(words: readonly PageWord[]): Rect | null {
  return unionOf(
    words.flatMap(({ glyphLayers }) => glyphLayers.map(({ path }) => pathBounds(path)!)),
  );
}
