import type { ShapedGlyph } from './types.js';

/** The number of points in the outlines of glyphs. A curve has three, besides the one where it begins. */
export function countPoints(glyphs: readonly Pick<ShapedGlyph, 'layers'>[]): number {
  let points = 0;
  for (const { layers } of glyphs) {
    for (const { path } of layers) points += pointsOf(path);
  }
  return points;
}

/** Glyphs are counted many times, and their outlines are shared. */
const known = new WeakMap<object, number>();

function pointsOf(path: ShapedGlyph['layers'][number]['path']): number {
  const counted = known.get(path);
  if (counted !== undefined) return counted;
  const points = path.reduce((sum, command) => sum + (command.length - 1) / 2, 0);
  known.set(path, points);
  return points;
}
