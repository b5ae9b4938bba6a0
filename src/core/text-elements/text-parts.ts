import type { GlyphLayer } from '../drawing/glyph-sprites.js';
import { decorate } from '../text/decorate.js';
import { placeGlyphs, styleAt } from '../text/lay-out-line.js';
import type { ShapedGlyph, TextShaper } from '../text/types.js';
import type { PlacedText, PlacedWord } from './place-text-element.js';

/** Glyphs of one word in one look, with their decoration. */
export interface TextPart {
  /** The index of the look. */
  readonly style: number;
  /** Indexes of its line and its word. */
  readonly line: number;
  readonly word: number;
  /** The first of its letters, by their order in the word. */
  readonly letter: number;
  /** Its extent along the line. */
  readonly left: number;
  readonly right: number;
  readonly layers: readonly GlyphLayer[];
}

/** A part of a word in one look, with the space up to the next part of that look. */
export interface TextPiece {
  readonly style: number;
  readonly word: number;
  readonly glyphs: readonly ShapedGlyph[];
  readonly left: number;
  /** Null for the end of its glyphs. */
  readonly right: number | null;
  readonly baseline: number;
}

/** The parts of all words in one look each, in reading order. */
export function piecesOf({ words }: PlacedText): TextPiece[] {
  const pieces = words.flatMap((word, index) =>
    glyphsByStyle(word).map(([style, glyphs]) => ({
      word: index,
      line: word.line,
      style,
      glyphs,
      ...extentOf(word, glyphs),
    })),
  );
  const following = new Map<(typeof pieces)[number], number>();
  const inVisualOrder = pieces.toSorted((a, b) => a.line - b.line || a.left - b.left);
  inVisualOrder.forEach((piece, index) => {
    const next = inVisualOrder[index + 1];
    if (next?.line === piece.line && next.style === piece.style) following.set(piece, next.left);
  });
  return pieces.map((piece) => ({ ...piece, right: following.get(piece) ?? piece.right }));
}

function extentOf({ originX, baseline }: PlacedWord, glyphs: readonly ShapedGlyph[]) {
  const left = glyphs.reduce((least, glyph) => Math.min(least, glyph.left), Infinity);
  const right = glyphs.reduce(
    (most, glyph) => Math.max(most, glyph.left + glyph.advance),
    -Infinity,
  );
  return { left: originX + left, right: originX + right, baseline };
}

function glyphsByStyle(word: PlacedWord): [style: number, glyphs: ShapedGlyph[]][] {
  if (!word.spans) return word.glyphs.length === 0 ? [] : [[0, [...word.glyphs]]];
  const groups = new Map<number, ShapedGlyph[]>();
  for (const glyph of word.glyphs) {
    const style = styleAt(word, glyph.start);
    const group = groups.get(style);
    if (group) group.push(glyph);
    else groups.set(style, [glyph]);
  }
  return [...groups];
}

/** The glyphs of pieces as outlines in the space of the lines. Each piece is one part, or each letter is one. */
export function partsOf(
  { words, style }: PlacedText,
  pieces: readonly TextPiece[],
  shaper: TextShaper,
  byLetter: boolean,
): TextPart[] {
  return pieces.flatMap((piece) => {
    const word = words[piece.word]!;
    const { font, decoration } = style.letters[piece.style]!;
    const groups = byLetter ? lettersOf(piece.glyphs) : [piece.glyphs];
    return groups.map((glyphs, letter): TextPart => {
      const own = extentOf(word, glyphs);
      const extent = groups.length === 1 ? { ...own, right: piece.right ?? own.right } : own;
      const layers = placeGlyphs(glyphs, word.originX, piece.baseline);
      return {
        style: piece.style,
        line: word.line,
        word: piece.word,
        letter,
        left: extent.left,
        right: extent.right,
        layers:
          decoration === 'none'
            ? layers
            : decorate(layers, decoration, shaper.metrics(font), extent),
      };
    });
  });
}

/** The glyphs of each letter, in reading order. */
export function lettersOf(glyphs: readonly ShapedGlyph[]): ShapedGlyph[][] {
  const letters = new Map<number, ShapedGlyph[]>();
  for (const glyph of glyphs) {
    const letter = letters.get(glyph.start);
    if (letter) letter.push(glyph);
    else letters.set(glyph.start, [glyph]);
  }
  return [...letters].sort(([a], [b]) => a - b).map(([, letter]) => letter);
}
