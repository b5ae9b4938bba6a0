import type { HorizontalAlign } from '../project/types/index.js';
import type { LineText } from './join-words.js';
import { layOutLine, type TextLine } from './lay-out-line.js';
import type { FontRequest, ShapeOptions, TextShaper } from './types.js';

export interface BlockOptions extends ShapeOptions {
  readonly align: HorizontalAlign;
  /** From baseline to baseline, of the font size. */
  readonly lineHeight: number;
}

export interface BlockLine extends TextLine {
  /** From the block's left edge. */
  readonly x: number;
  /** From the block's top edge. */
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
}

/** Lines of text on top of each other, measured from the top left corner of all of them. */
export interface TextBlock {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly BlockLine[];
}

/**
 * Sets lines of words as a block.
 *
 * To draw text: wrap it (`wrapText`), lay it out here, put the block where it belongs, turn each
 * line or word into outlines (`inkOf`), those into shapes (`shapeOf`), and sprites with these shapes
 * into a document (`documentOf` or `writeAss`).
 *
 * A line is as tall as the line height says, whatever letters are in it, with capitals in its middle.
 */
export function layOutBlock(
  lines: readonly (readonly LineText[])[],
  shaper: TextShaper,
  font: FontRequest,
  options: BlockOptions,
): TextBlock {
  const height = options.lineHeight * font.sizePx;
  const rise = height / 2 + shaper.metrics(font).capHeight / 2;
  const set = lines.map((words) => layOutLine(words, shaper, font, options));
  const width = Math.max(0, ...set.map((line) => line.width));
  const share = { left: 0, center: 0.5, right: 1 }[options.align];
  return {
    width,
    height: height * lines.length,
    lines: set.map((line, index) => ({
      ...line,
      x: (width - line.width) * share,
      top: index * height,
      bottom: (index + 1) * height,
      baseline: index * height + rise,
    })),
  };
}
