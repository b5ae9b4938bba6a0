import { type Path, transformPath } from '../drawing/path.js';
import { separatorBetween, joinWords, type SpacedWord, type StyleSpan } from './join-words.js';
import type {
  FontRequest,
  FontSpan,
  ShapedGlyph,
  ShapeOptions,
  TextFont,
  TextShaper,
} from './types.js';
import type { GlyphLayer } from '../drawing/glyph-sprites.js';

/** A word at its position on a line. */
export interface LineWord {
  readonly text: string;
  readonly spans?: readonly StyleSpan[];
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
  font: FontRequest | readonly FontRequest[],
  options: ShapeOptions,
): TextLine {
  const fonts = 'family' in font ? [font] : font;
  const shaped = shaper.shape(joinWords(words), fontOfWords(words, fonts), options);
  let reached = 0;
  const starts = words.map((word, index) => {
    if (index > 0) reached += separatorBetween(words[index - 1]!, word).length;
    const start = reached;
    reached += word.text.length;
    return start;
  });
  const glyphsOf = groupByWord(shaped.glyphs, words, starts);
  return {
    direction: shaped.direction,
    width: shaped.width,
    missing: shaped.missing,
    words: words.map(({ text, spans }, index) => {
      const glyphs = glyphsOf[index]!;
      const wide = glyphs.filter(({ advance }) => advance > 0);
      return {
        text,
        ...(spans ? { spans } : {}),
        rtl: glyphs[0]?.rtl ?? shaped.direction === 'rtl',
        left: wide.length > 0 ? Math.min(...wide.map(({ left }) => left)) : 0,
        right: Math.max(0, ...wide.map(({ left, advance }) => left + advance)),
        glyphs,
      };
    }),
  };
}

/**
 * The fonts of the words of a line. A space has the font of the word before it.
 *
 * @param fonts by the index of the look
 */
export function fontOfWords(words: readonly SpacedWord[], fonts: readonly FontRequest[]): TextFont {
  if (fonts.length === 1) return fonts[0]!;
  const parts: FontSpan[] = [];
  const add = (length: number, font: FontRequest) => {
    const end = (parts.at(-1)?.end ?? 0) + length;
    if (parts.at(-1)?.font === font) parts[parts.length - 1] = { end, font };
    else if (length > 0) parts.push({ end, font });
  };
  words.forEach((word, index) => {
    const before = words[index - 1];
    if (before) add(separatorBetween(before, word).length, parts.at(-1)?.font ?? fonts[0]!);
    for (const { length, style } of spansOf(word)) add(length, fonts[style]!);
  });
  return parts.length > 1 ? parts : (parts[0]?.font ?? fonts[0]!);
}

/** The looks of the parts of a word. */
export function spansOf({ text, spans }: SpacedWord): readonly StyleSpan[] {
  return spans ?? [{ length: text.length, style: 0 }];
}

/** The look at a position in a word. */
export function styleAt(word: SpacedWord, position: number): number {
  let end = 0;
  const spans = spansOf(word);
  const found = spans.find(({ length }) => (end += length) > position);
  return (found ?? spans.at(-1))?.style ?? 0;
}

/** The glyphs of each word, with positions from its first letter. Reads each glyph once. */
function groupByWord(
  glyphs: readonly ShapedGlyph[],
  words: readonly SpacedWord[],
  starts: readonly number[],
): ShapedGlyph[][] {
  const wordAt = new Map<number, number>();
  words.forEach(({ text }, index) => {
    for (let at = 0; at < text.length; at++) wordAt.set(starts[index]! + at, index);
  });
  const groups = words.map((): ShapedGlyph[] => []);
  for (const glyph of glyphs) {
    const index = wordAt.get(glyph.start);
    if (index === undefined) continue;
    const start = starts[index]!;
    groups[index]!.push({ ...glyph, start: glyph.start - start, end: glyph.end - start });
  }
  return groups;
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
