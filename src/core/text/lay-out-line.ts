import { type Path, transformPath } from '../drawing/path.js';
import { separatorBetween, joinWords, type SpacedWord } from './join-words.js';
import type { FontRequest, ShapedGlyph, ShapeOptions, TextShaper } from './types.js';
import type { GlyphLayer } from '../drawing/glyph-sprites.js';

/** A word at its position on a line. */
export interface LineWord {
  readonly text: string;
  /** Whether the first letter is at the right end. */
  readonly rtl: boolean;
  /** The extent, in pixels from the left end of the line. */
  readonly left: number;
  readonly right: number;
  /** The glyphs, with `start` and `end` relative to the first letter of the word. */
  readonly glyphs: readonly ShapedGlyph[];
}

export interface TextLine {
  readonly direction: 'ltr' | 'rtl';
  readonly width: number;
  /** In reading order. */
  readonly words: readonly LineWord[];
  readonly missing: readonly string[];
}

/**
 * Lays out words as one line. The words are shaped together, so that direction, kerning, and marks between them
 * are correct, and separated again, so that each word can be drawn separately.
 */
export function layOutLine(
  words: readonly SpacedWord[],
  shaper: TextShaper,
  font: FontRequest,
  options: ShapeOptions,
): TextLine {
  const shaped = shaper.shape(joinWords(words), font, options);
  let reached = 0;
  const spans = words.map((word, index) => {
    if (index > 0) reached += separatorBetween(words[index - 1]!, word).length;
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
 * Places glyphs in the frame: one layer for all glyphs in the color of the text, then the colored layers of
 * emoji, in paint order.
 *
 * @param x the left end of the line, in pixels of the frame
 * @param baseline in pixels of the frame
 */
export function placeGlyphs(
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
      // A glyph of a hostile font has more points than a call can have arguments.
      if (color === null) for (const command of placed) plain.push(command);
      else colored.push({ color, path: placed });
    }
  }
  return plain.length === 0 ? colored : [{ color: null, path: plain }, ...colored];
}
