import { type Path, transformPath } from '../drawing/path.js';
import { gapBetween, joinWords, type LineText } from './join-words.js';
import type { FontRequest, GlyphLayer, ShapedGlyph, ShapeOptions, TextShaper } from './types.js';

/** A word in its place on a line. */
export interface LineWord {
  readonly text: string;
  /** True: its first letter is at its right end. */
  readonly rtl: boolean;
  /** The room it takes, pixels from the line's left end. */
  readonly left: number;
  readonly right: number;
  /** Its letters, `start` and `end` counted from the word's first. */
  readonly glyphs: readonly ShapedGlyph[];
}

export interface TextLine {
  readonly direction: 'ltr' | 'rtl';
  readonly width: number;
  /** In reading order, whichever way they stand. */
  readonly words: readonly LineWord[];
  readonly missing: readonly string[];
}

/**
 * Sets words as one line. They are shaped together, so that direction, kerning and marks between
 * them are right, and told apart again, so that each can be drawn by itself.
 */
export function layOutLine(
  words: readonly LineText[],
  shaper: TextShaper,
  font: FontRequest,
  options: ShapeOptions,
): TextLine {
  const shaped = shaper.shape(joinWords(words), font, options);
  let reached = 0;
  const spans = words.map((word, index) => {
    if (index > 0) reached += gapBetween(words[index - 1]!, word).length;
    const start = reached;
    reached += word.text.length;
    return { start, end: reached };
  });
  return {
    direction: shaped.direction,
    width: shaped.width,
    missing: shaped.missing,
    words: words.map(({ text }, index) => {
      const { start, end } = spans[index]!;
      const glyphs = shaped.glyphs
        .filter((glyph) => glyph.start >= start && glyph.start < end)
        .map((glyph) => ({ ...glyph, start: glyph.start - start, end: glyph.end - start }));
      const wide = glyphs.filter(({ advance }) => advance > 0);
      return {
        text,
        rtl: glyphs[0]?.rtl ?? shaped.direction === 'rtl',
        left: wide.length > 0 ? Math.min(...wide.map(({ left }) => left)) : 0,
        right: Math.max(0, ...wide.map(({ left, advance }) => left + advance)),
        glyphs,
      };
    }),
  };
}

/**
 * What there is to draw of letters: first one outline of all that has the colour of the text, then
 * the coloured layers of emoji, in paint order.
 *
 * @param x of the line's left end, in pixels of the frame
 * @param baseline in pixels of the frame
 */
export function inkOf(
  glyphs: readonly ShapedGlyph[],
  x: number,
  baseline: number,
): readonly GlyphLayer[] {
  const plain: Path[number][] = [];
  const colored: GlyphLayer[] = [];
  for (const glyph of glyphs) {
    const at = { scale: 1, dx: x + glyph.x, dy: baseline + glyph.y };
    for (const { color, path } of glyph.layers) {
      const placed = transformPath(path, at);
      if (color === null) plain.push(...placed);
      else colored.push({ color, path: placed });
    }
  }
  return plain.length === 0 ? colored : [{ color: null, path: plain }, ...colored];
}
