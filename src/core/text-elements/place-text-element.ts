import type { WorkBudget } from '../budget/job-budget.js';
import { boundsOf, IDENTITY, type Matrix } from '../drawing/matrix.js';
import type { Rect } from '../drawing/path.js';
import type { FrameRate, TextElement } from '../project/types/index.js';
import { type BlockLine, shareOf } from '../text/lay-out-block.js';
import type { LineWord } from '../text/lay-out-line.js';
import type { TextShaper } from '../text/types.js';
import { layOutText } from './lay-out-text.js';
import type { TextStyle } from './text-style.js';

const HORIZONTAL_SHARE = { left: 0, center: 0.5, right: 1 } as const;
const VERTICAL_SHARE = { top: 0, center: 0.5, bottom: 1 } as const;
/** From the space of vertical lines to the frame: turned right by a quarter, so that the first line is at the right. */
const FROM_VERTICAL: Matrix = { a: 0, b: 1, c: -1, d: 0, e: 0, f: 0 };

/** What text elements are drawn in and with. */
export interface TextCanvas {
  /** The size of the video in pixels. */
  readonly frame: { readonly width: number; readonly height: number };
  readonly fps: FrameRate;
  readonly shaper: TextShaper;
  /** Counts the points of outlines before they are drawn. */
  readonly budget: WorkBudget;
}

/** A word at its position. `left` and `right` count from `originX`. */
export interface PlacedWord extends LineWord {
  /** The index of its line. */
  readonly line: number;
  readonly originX: number;
  readonly baseline: number;
}

/**
 * A text at its position. Lines run from left to right in a space of their own, whose unit is a pixel of the frame;
 * `toFrame` turns vertical lines.
 */
export interface PlacedText {
  /** The element: the text and its insets, or the given size. In the frame. */
  readonly area: Rect;
  /** The following rectangles are in the space of the lines. */
  readonly areaOfLines: Rect;
  /** The text and its insets. */
  readonly textBox: Rect;
  readonly lines: readonly Rect[];
  /** In reading order. */
  readonly words: readonly PlacedWord[];
  readonly toFrame: Matrix;
  readonly style: TextStyle;
  /** Whether the text is larger than its area. */
  readonly overflows: boolean;
  /** Characters that no font supports. */
  readonly missing: readonly string[];
}

type PlacedElement = Pick<
  TextElement,
  'runs' | 'settings' | 'x' | 'y' | 'width' | 'height' | 'position'
>;

/** Wraps the text of an element and places it in the frame. */
export function placeTextElement(
  element: PlacedElement,
  { frame, shaper }: Pick<TextCanvas, 'frame' | 'shaper'>,
): PlacedText {
  const { settings } = element;
  const { left, right, top, bottom } = settings.safeArea;
  const vertical = settings.writingMode === 'vertical-rl';
  const free = {
    width: Math.round(frame.width * (1 - (left + right))),
    height: Math.round(frame.height * (1 - (top + bottom))),
  };
  const isFitted = settings.fontSizeMin !== null;
  const [along, across] = vertical
    ? [element.height ?? free.height, element.width ?? (isFitted ? free.width : Infinity)]
    : [element.width ?? free.width, element.height ?? (isFitted ? free.height : Infinity)];
  const { style, block, overflows } = layOutText(element, { along, across }, shaper);
  const { insets } = style;
  const text = vertical
    ? { width: block.height, height: block.width }
    : { width: block.width, height: block.height };
  const width = element.width ?? text.width + (insets.left + insets.right);
  const height = element.height ?? text.height + (insets.top + insets.bottom);
  const corner = placeBox(element, { width, height }, frame);
  const area = {
    ...corner,
    right: corner.left + width,
    bottom: corner.top + height,
  };
  const inLines = vertical
    ? {
        area: turned(area),
        before: insets.top,
        after: insets.bottom,
        above: insets.right,
        below: insets.left,
      }
    : { area, before: insets.left, after: insets.right, above: insets.top, below: insets.bottom };
  const innerWidth = inLines.area.right - inLines.area.left - (inLines.before + inLines.after);
  const startX = inLines.area.left + inLines.before;
  const blockShare = alongShare(settings);
  const blockX = startX + (innerWidth - block.width) * (blockShare ?? 0);
  const lineX = (line: BlockLine) =>
    blockShare === null
      ? startX + (innerWidth - line.width) * shareOf(settings.align, line)
      : blockX + (vertical ? (block.width - line.width) * blockShare : line.x);
  const share = acrossShare(settings);
  const blockY =
    inLines.area.top +
    (inLines.area.bottom - inLines.area.top - block.height) * share +
    (inLines.above * (1 - share) - inLines.below * share);
  const lines = block.lines.map((line) => ({
    left: lineX(line),
    right: lineX(line) + line.width,
    top: blockY + line.top,
    bottom: blockY + line.bottom,
  }));
  return {
    area,
    areaOfLines: inLines.area,
    textBox: {
      left: lines.reduce((least, line) => Math.min(least, line.left), Infinity) - inLines.before,
      right: lines.reduce((most, line) => Math.max(most, line.right), -Infinity) + inLines.after,
      top: blockY - inLines.above,
      bottom: blockY + block.height + inLines.below,
    },
    lines,
    words: block.lines.flatMap((line, index) =>
      line.words.map((word) => ({
        ...word,
        line: index,
        originX: lineX(line),
        baseline: Math.round(blockY + line.baseline),
      })),
    ),
    toFrame: vertical ? FROM_VERTICAL : IDENTITY,
    style,
    overflows,
    missing: [...new Set(block.lines.flatMap((line) => line.missing))],
  };
}

/** A rectangle of the frame in the space of vertical lines. */
function turned({ left, top, right, bottom }: Rect): Rect {
  return boundsOf({ left, top, right, bottom }, { a: 0, b: -1, c: 1, d: 0, e: 0, f: 0 });
}

/** Where the block of lines is in the free length of its lines; null if each line has a place of its own. */
function alongShare({
  align,
  verticalAlign,
  writingMode,
}: PlacedElement['settings']): number | null {
  if (writingMode === 'vertical-rl') return align === 'justify' ? 0 : VERTICAL_SHARE[verticalAlign];
  return align === 'left' || align === 'center' || align === 'right'
    ? HORIZONTAL_SHARE[align]
    : null;
}

/** Where the block of lines is in the free space across its lines. The first vertical line is at the right. */
function acrossShare({ align, verticalAlign, writingMode }: PlacedElement['settings']): number {
  if (writingMode === 'horizontal') return VERTICAL_SHARE[verticalAlign];
  return { left: 1, center: 0.5, right: 0, start: 0, justify: 0, end: 1 }[align];
}

function placeBox(
  { x, y, position, settings }: PlacedElement,
  box: TextCanvas['frame'],
  frame: TextCanvas['frame'],
): { left: number; top: number } {
  const { left, right, top, bottom } = settings.safeArea;
  const inside = (share: number, size: number, available: number, margins: [number, number]) => {
    const isLarge = size > available * (1 - (margins[0] + margins[1]));
    const [before, after] = isLarge ? [0, 0] : margins.map((margin) => available * margin);
    return Math.round(before! + (available - (before! + after!) - size) * share);
  };
  return {
    left: x ?? inside(HORIZONTAL_SHARE[position.horizontal], box.width, frame.width, [left, right]),
    top: y ?? inside(VERTICAL_SHARE[position.vertical], box.height, frame.height, [top, bottom]),
  };
}
