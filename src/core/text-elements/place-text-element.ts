import type { Rect } from '../drawing/path.js';
import type { TextElement } from '../project/types/index.js';
import { layOutBlock } from '../text/lay-out-block.js';
import type { FontRequest, ShapedGlyph, ShapeOptions, TextShaper } from '../text/types.js';
import { wrapText } from '../text/wrap-text.js';

/** Kept free at every edge where neither place nor width is given (title safe area of EBU R 95). */
const MARGIN_SHARE = 0.05;

export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Letters in their place, in pixels of the frame, in reading order. */
export interface PlacedWord {
  readonly originX: number;
  readonly baseline: number;
  readonly glyphs: readonly ShapedGlyph[];
}

export interface PlacedText {
  /** With its padding, whether a box is drawn or not. */
  readonly box: Rect;
  readonly words: readonly PlacedWord[];
  /** Characters that no font has. */
  readonly missing: readonly string[];
}

/** Wraps a text and puts it where its place wants it. */
export function placeText(
  element: Pick<TextElement, 'text' | 'settings' | 'x' | 'y' | 'width' | 'height' | 'position'>,
  frame: Extent,
  shaper: TextShaper,
): PlacedText {
  const { settings, position } = element;
  const font: FontRequest = {
    family: settings.fontFamily,
    weight: settings.fontWeight,
    sizePx: settings.fontSize,
    letterSpacingPx: settings.letterSpacing,
  };
  const options: ShapeOptions = { direction: 'auto', language: 'und' };
  const padding = settings.boxColor === null ? 0 : settings.boxPadding;
  const widest = element.width ?? Math.round(frame.width * (1 - 2 * MARGIN_SHARE));
  const text = settings.allCaps ? element.text.toLocaleUpperCase('und') : element.text;
  const room = Math.max(1, widest - 2 * padding);
  const lines = wrapText(text, room, shaper, font, options);
  const { align, lineHeight } = settings;
  const block = layOutBlock(lines, shaper, font, { ...options, align, lineHeight });

  const width = element.width ?? block.width + 2 * padding;
  const height = element.height ?? block.height + 2 * padding;
  const across = { left: 0, center: 0.5, right: 1 };
  const down = { top: 0, center: 0.5, bottom: 1 }[position.vertical];
  const inside = (share: number, size: number, whole: number) => {
    const margin = size > whole * (1 - 2 * MARGIN_SHARE) ? 0 : whole * MARGIN_SHARE;
    return Math.round(margin + (whole - 2 * margin - size) * share);
  };
  const left = element.x ?? inside(across[position.horizontal], width, frame.width);
  const top = element.y ?? inside(down, height, frame.height);
  const blockX = left + padding + (width - 2 * padding - block.width) * across[align];
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
