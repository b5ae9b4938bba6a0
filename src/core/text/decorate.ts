import type { GlyphLayer } from '../drawing/glyph-sprites.js';
import type { Path } from '../drawing/path.js';
import { reversed, roundedRect } from '../drawing/rectangles.js';
import type { TextDecoration } from '../project/types/index.js';
import type { FontMetrics } from './types.js';

/** Where letters stand, in pixels. */
export interface DecoratedExtent {
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}

/** Adds a line below, through, or above letters. */
export function decorate(
  layers: readonly GlyphLayer[],
  decoration: TextDecoration,
  metrics: FontMetrics,
  extent: DecoratedExtent,
): readonly GlyphLayer[] {
  if (decoration === 'none' || extent.right <= extent.left) return layers;
  const { ascent, xHeight, underlineOffset, underlineThickness } = metrics;
  const thickness = Math.max(1, underlineThickness);
  const below = {
    underline: underlineOffset,
    'line-through': -xHeight / 2,
    overline: -ascent,
  }[decoration];
  // Whole pixels, so that the lines of all words are equally sharp.
  const top = Math.round(extent.baseline + below - thickness / 2);
  const line = roundedRect({ ...extent, top, bottom: top + thickness });
  const plain = layers.find(({ color }) => color === null);
  const letters = plain?.path ?? [];
  // In the direction of the letters, so that both are one shape by the nonzero rule.
  const path = [...letters, ...(signedArea(letters) < 0 ? reversed(line) : line)];
  return [{ color: null, path }, ...layers.filter((layer) => layer !== plain)];
}

/** Twice the area within contours; negative if they run counterclockwise. */
function signedArea(path: Path): number {
  let [sum, x, y, startX, startY] = [0, 0, 0, 0, 0];
  for (const command of path) {
    const [toX, toY] = command.slice(-2) as [number, number];
    if (command[0] === 'M') {
      sum += x * startY - startX * y;
      [startX, startY] = [toX, toY];
    } else {
      sum += x * toY - toX * y;
    }
    [x, y] = [toX, toY];
  }
  return sum + x * startY - startX * y;
}
