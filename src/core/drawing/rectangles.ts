import type { Path, Rect } from './path.js';

/** Control points of a Bézier curve nearest to a quarter of a circle, of the radius. */
const QUARTER = 0.5523;

/** A rectangle, its corners rounded by `radius` pixels (at most half of its shorter side). */
export function roundedRect({ left, top, right, bottom }: Rect, radius = 0): Path {
  const r = Math.max(0, Math.min(radius, (right - left) / 2, (bottom - top) / 2));
  if (r === 0) {
    return [
      ['M', left, top],
      ['L', right, top],
      ['L', right, bottom],
      ['L', left, bottom],
    ];
  }
  const k = r * (1 - QUARTER);
  return [
    ['M', left + r, top],
    ['L', right - r, top],
    ['C', right - k, top, right, top + k, right, top + r],
    ['L', right, bottom - r],
    ['C', right, bottom - k, right - k, bottom, right - r, bottom],
    ['L', left + r, bottom],
    ['C', left + k, bottom, left, bottom - k, left, bottom - r],
    ['L', left, top + r],
    ['C', left, top + k, left + k, top, left + r, top],
  ];
}

/** A rectangle wider by `x` pixels at each side and higher by `y`. */
export function grow({ left, top, right, bottom }: Rect, x: number, y: number): Rect {
  return { left: left - x, top: top - y, right: right + x, bottom: bottom + y };
}
