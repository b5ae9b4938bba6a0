import type { Path } from '../drawing/path.js';
import { countPoints } from './count-points.js';

const SQUARE: Path = [
  ['M', 0, 0],
  ['L', 1, 0],
  ['L', 1, 1],
];
const CURVE: Path = [
  ['M', 0, 0],
  ['C', 0, 1, 1, 1, 1, 0],
];
const glyph = (...paths: readonly Path[]) => ({
  layers: paths.map((path) => ({ color: null, path })),
});

describe('countPoints', () => {
  it.each([
    ['no glyphs', [], 0],
    ['a glyph without an outline', [glyph()], 0],
    ['lines', [glyph(SQUARE)], 3],
    ['a curve', [glyph(CURVE)], 4],
    [
      'all layers of all glyphs, shared outlines each time',
      [glyph(SQUARE, CURVE), glyph(SQUARE)],
      10,
    ],
  ])('counts %s', (_what, glyphs, expected) => {
    expect(countPoints(glyphs)).toBe(expected);
  });
});
