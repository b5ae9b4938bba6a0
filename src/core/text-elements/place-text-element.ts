import type { WorkBudget } from '../budget/job-budget.js';
import type { Rect } from '../drawing/path.js';
import type { TextElement } from '../project/types/index.js';
import { layOutBlock } from '../text/lay-out-block.js';
import type { FontRequest, ShapedGlyph, ShapeOptions, TextShaper } from '../text/types.js';
import { wrapText } from '../text/wrap-text.js';

/** The free margin at every edge if an element has no position or width (title-safe area of EBU R 95). */
const MARGIN_SHARE = 0.05;
const HORIZONTAL_SHARE = { left: 0, center: 0.5, right: 1 } as const;
const VERTICAL_SHARE = { top: 0, center: 0.5, bottom: 1 } as const;

/** What text elements are drawn in and with. */
export interface TextCanvas {
  /** The size of the video in pixels. */
  readonly frame: { readonly width: number; readonly height: number };
  readonly shaper: TextShaper;
  /** Counts the points of outlines before they are drawn. */
  readonly budget: WorkBudget;
}

/** The glyphs of a word at their position, in pixels of the frame. */
export interface PlacedWord {
  readonly originX: number;
  readonly baseline: number;
  readonly glyphs: readonly ShapedGlyph[];
}

export interface PlacedText {
  /** The text and its padding, whether or not a box is drawn. */
  readonly box: Rect;
  /** In reading order. */
  readonly words: readonly PlacedWord[];
  /** Characters that no font supports. */
  readonly missing: readonly string[];
}

type PlacedElement = Pick<
  TextElement,
  'text' | 'settings' | 'x' | 'y' | 'width' | 'height' | 'position'
>;

/** Wraps the text of an element and places it in the frame. */
export function placeTextElement(
  element: PlacedElement,
  canvas: Pick<TextCanvas, 'frame' | 'shaper'>,
): PlacedText {
  const { settings } = element;
  const { align } = settings;
  const padding = settings.boxColor === null ? 0 : settings.boxPadding;
  const block = layOutText(element, padding, canvas);
  const width = element.width ?? block.width + 2 * padding;
  const height = element.height ?? block.height + 2 * padding;
  const { left, top } = placeBox(element, { width, height }, canvas.frame);
  const freeWidth = width - 2 * padding - block.width;
  const blockX = left + padding + freeWidth * HORIZONTAL_SHARE[align];
  const blockY = top + (height - block.height) / 2;
  return {
    box: { left, top, right: left + width, bottom: top + height },
    words: block.lines.flatMap((line) =>
      line.words.map(({ glyphs }) => ({
        originX: blockX + line.x,
        baseline: Math.round(blockY + line.baseline),
        glyphs,
      })),
    ),
    missing: [...new Set(block.lines.flatMap((line) => line.missing))],
  };
}

function layOutText(
  element: PlacedElement,
  padding: number,
  { frame, shaper }: Pick<TextCanvas, 'frame' | 'shaper'>,
) {
  const { settings } = element;
  const font: FontRequest = {
    family: settings.fontFamily,
    weight: settings.fontWeight,
    sizePx: settings.fontSize,
    letterSpacingPx: settings.letterSpacing,
  };
  const options: ShapeOptions = { direction: 'auto', language: 'und' };
  const text = settings.allCaps ? element.text.toLocaleUpperCase('und') : element.text;
  const boxWidth = element.width ?? Math.round(frame.width * (1 - 2 * MARGIN_SHARE));
  const maxWidth = Math.max(1, boxWidth - 2 * padding);
  const lines = wrapText(text, maxWidth, { shaper, font, options });
  const { align, lineHeight } = settings;
  return layOutBlock(lines, shaper, font, { ...options, align, lineHeight });
}

function placeBox(
  { x, y, position }: PlacedElement,
  box: TextCanvas['frame'],
  frame: TextCanvas['frame'],
): { left: number; top: number } {
  const inside = (share: number, size: number, available: number) => {
    const margin = size > available * (1 - 2 * MARGIN_SHARE) ? 0 : available * MARGIN_SHARE;
    return Math.round(margin + (available - 2 * margin - size) * share);
  };
  return {
    left: x ?? inside(HORIZONTAL_SHARE[position.horizontal], box.width, frame.width),
    top: y ?? inside(VERTICAL_SHARE[position.vertical], box.height, frame.height),
  };
}
