import type { TextLine } from './lay-out-line.js';

/** Stretches a line to a width, by the same amount between all neighboring words. */
export function justifyLine(line: TextLine, width: number): TextLine {
  const free = width - line.width;
  const drawn = line.words.filter(({ right }) => right > 0);
  if (free <= 0 || drawn.length < 2) return line;
  const gap = free / (drawn.length - 1);
  // In visual order: in Arabic, the first word is the rightmost.
  const shifts = new Map(
    drawn.toSorted((a, b) => a.left - b.left).map((word, index) => [word, index * gap] as const),
  );
  return {
    ...line,
    width,
    words: line.words.map((word) => {
      const shift = shifts.get(word) ?? 0;
      const glyphs = word.glyphs.map((glyph) => ({
        ...glyph,
        left: glyph.left + shift,
        x: glyph.x + shift,
      }));
      return { ...word, left: word.left + shift, right: word.right + shift, glyphs };
    }),
  };
}
