import type { Path, PathCommand, Rect } from './path.js';

/** The distance of the control points of a Bézier curve that approximates a quarter circle, as a share of the radius. */
const QUARTER_CIRCLE = 0.5523;

/** A rectangle with corners rounded by `radius` pixels (at most half of the shorter side). */
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
  const k = r * (1 - QUARTER_CIRCLE);
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

/** The border of a rounded rectangle, `width` pixels wide and inside its edge. */
export function roundedRing(rect: Rect, radius: number, width: number): Path {
  const w = Math.min(width, (rect.right - rect.left) / 2, (rect.bottom - rect.top) / 2);
  if (w <= 0) return [];
  const r = Math.max(
    0,
    Math.min(radius, (rect.right - rect.left) / 2, (rect.bottom - rect.top) / 2),
  );
  const inner = roundedRect(expandRect(rect, -w, -w), r - w);
  return [...roundedRect(rect, r), ...reversed(inner)];
}

/** One contour in the other direction, so that it cuts a hole by the nonzero rule. */
export function reversed(contour: Path): Path {
  const ends = contour.map((command) => command.slice(-2) as unknown as readonly [number, number]);
  return contour
    .map((command, index): PathCommand => {
      const [x, y] = ends[index === 0 ? contour.length - 1 : index - 1]!;
      if (index === 0) return ['M', x, y];
      if (command[0] !== 'C') return ['L', x, y];
      return ['C', command[3], command[4], command[1], command[2], x, y];
    })
    .map((command, index, all) => (index === 0 ? command : all[all.length - index]!));
}

/** Expands a rectangle by `x` pixels to the left and right, and by `y` pixels up and down. */
export function expandRect({ left, top, right, bottom }: Rect, x: number, y: number): Rect {
  return { left: left - x, top: top - y, right: right + x, bottom: bottom + y };
}
