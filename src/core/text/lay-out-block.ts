import type { HorizontalAlign } from '../project/types/index.js';
import type { SpacedWord } from './join-words.js';
import { layOutLine, type TextLine } from './lay-out-line.js';
import type { FontRequest, ShapeOptions, TextShaper } from './types.js';

export interface BlockOptions extends ShapeOptions {
  readonly align: HorizontalAlign;
  /** The distance between baselines as a multiple of the font size. */
  readonly lineHeight: number;
}

export interface BlockLine extends TextLine {
  /** From the left edge of the block. */
  readonly x: number;
  /** From the top edge of the block. */
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
}

/** Lines of text below each other, measured from the top left corner of the block. */
export interface TextBlock {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly BlockLine[];
}

/**
 * Lays out lines of words as a block.
 *
 * To draw text, wrap it (`wrapText`), lay it out with this function, position the block, place the glyphs of each
 * word (`placeGlyphs`), convert them to sprites (`glyphFillSprites`, `glyphEdgeSprites`), and write the sprites to
 * a document (`writeAssForFrames` or `writeAssDrawing`).
 *
 * Each line has the height that the line height defines, with capitals centered vertically.
 */
export function layOutBlock(
  lines: readonly (readonly SpacedWord[])[],
  shaper: TextShaper,
  font: FontRequest,
  options: BlockOptions,
): TextBlock {
  const height = options.lineHeight * font.sizePx;
  const baseline = height / 2 + shaper.metrics(font).capHeight / 2;
  const laidOut = lines.map((words) => layOutLine(words, shaper, font, options));
  const width = Math.max(0, ...laidOut.map((line) => line.width));
  const share = { left: 0, center: 0.5, right: 1 }[options.align];
  return {
    width,
    height: height * lines.length,
    lines: laidOut.map((line, index) => ({
      ...line,
      x: (width - line.width) * share,
      top: index * height,
      bottom: (index + 1) * height,
      baseline: index * height + baseline,
    })),
  };
}
