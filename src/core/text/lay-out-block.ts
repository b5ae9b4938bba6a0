import type { TextAlign } from '../project/types/index.js';
import type { SpacedWord } from './join-words.js';
import { justifyLine } from './justify-line.js';
import { layOutLine, spansOf, type TextLine } from './lay-out-line.js';
import type { FontRequest, ShapeOptions, TextShaper } from './types.js';

export interface BlockOptions extends ShapeOptions {
  readonly align: TextAlign;
  /** The distance between baselines as a multiple of the font size. */
  readonly lineHeight: number;
  /** The width to which all lines but the last one of a paragraph are stretched. */
  readonly stretchTo?: number;
}

/** A line of words, and whether a paragraph ends with it. */
export interface WrappedLine {
  readonly words: readonly SpacedWord[];
  readonly endsParagraph: boolean;
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
 * Each line has the height that the line height defines, with capitals centered vertically. A line with several
 * fonts is high enough for each of them and for the first font, on one baseline.
 *
 * @param font the font, or one for each look
 */
export function layOutBlock(
  lines: readonly (readonly SpacedWord[] | WrappedLine)[],
  shaper: TextShaper,
  font: FontRequest | readonly FontRequest[],
  options: BlockOptions,
): TextBlock {
  const fonts = 'family' in font ? [font] : font;
  const extents = fonts.map((one) => {
    const height = options.lineHeight * one.sizePx;
    const above = height / 2 + shaper.metrics(one).capHeight / 2;
    return { height, above, below: height - above };
  });
  const laidOut = lines.map((given) => {
    const { words, endsParagraph } =
      'words' in given ? given : { words: given, endsParagraph: true };
    const line = layOutLine(words, shaper, fonts, options);
    const { stretchTo } = options;
    return stretchTo === undefined || endsParagraph ? line : justifyLine(line, stretchTo);
  });
  const width = Math.max(0, ...laidOut.map((line) => line.width));
  let top = 0;
  const placed = laidOut.map((line): BlockLine => {
    const { height, above } = extentOfLine(line, extents);
    const block = {
      ...line,
      x: (width - line.width) * shareOf(options.align, line),
      top,
      bottom: top + height,
      baseline: top + above,
    };
    top += height;
    return block;
  });
  return { width, height: top, lines: placed };
}

/** How far a line extends above and below its baseline, in pixels. */
interface LineExtent {
  readonly height: number;
  readonly above: number;
  readonly below: number;
}

function extentOfLine({ words }: TextLine, extents: readonly LineExtent[]): LineExtent {
  const [first] = extents;
  if (extents.length === 1) return first!;
  const used = words.flatMap((word) => spansOf(word).map(({ style }) => extents[style]!));
  const above = used.reduce((most, one) => Math.max(most, one.above), first!.above);
  const below = used.reduce((most, one) => Math.max(most, one.below), first!.below);
  return { height: above + below, above, below };
}

/** Where a line is in the free width: 0 is left, 1 is right. */
export function shareOf(align: TextAlign, { direction }: Pick<TextLine, 'direction'>): number {
  const [start, end] = direction === 'ltr' ? [0, 1] : [1, 0];
  return { left: 0, center: 0.5, right: 1, start, justify: start, end }[align];
}
