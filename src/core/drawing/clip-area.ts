import { boundsOf, isIdentity, type Matrix } from './matrix.js';
import type { Rect } from './path.js';

/** The corners of a convex area, in pixels. */
export type Polygon = readonly (readonly [x: number, y: number])[];

/** The part of a drawing that shows: a rectangle, or a convex area. */
export type ClipArea = Rect | Polygon;

export const isPolygon = (area: ClipArea): area is Polygon => Array.isArray(area);

/** The corners of a circle that is round to a fiftieth of a pixel. */
export function circleOf(x: number, y: number, radius: number): Polygon {
  const corners = Math.max(
    12,
    Math.min(180, Math.ceil(Math.PI / Math.acos(1 - 0.02 / Math.max(radius, 1)))),
  );
  return Array.from({ length: corners }, (_, corner) => {
    const angle = (corner * 2 * Math.PI) / corners;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
  });
}

/** An area under a transform. An upright rectangle stays one where it can. */
export function transformArea(area: ClipArea, matrix: Matrix): ClipArea {
  if (isIdentity(matrix)) return area;
  const { a, b, c, d, e, f } = matrix;
  if (!isPolygon(area) && b === 0 && c === 0) return boundsOf(area, matrix);
  return cornersOf(area).map(([x, y]) => [a * x + c * y + e, b * x + d * y + f] as const);
}

/** What lies in all areas; null for everything. An empty polygon for nothing. */
export function intersectionOf(areas: readonly (ClipArea | null)[]): ClipArea | null {
  return areas
    .filter((area) => area !== null)
    .reduce<ClipArea | null>((all, area) => (all === null ? area : both(all, area)), null);
}

/** Whether nothing shows. */
export function isEmptyArea(area: ClipArea): boolean {
  if (isPolygon(area)) return area.length < 3;
  return area.right <= area.left || area.bottom <= area.top;
}

function both(a: ClipArea, b: ClipArea): ClipArea {
  if (isPolygon(a) || isPolygon(b)) return cut(cornersOf(a), cornersOf(b));
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function cornersOf(area: ClipArea): Polygon {
  if (isPolygon(area)) return area;
  const { left, top, right, bottom } = area;
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

/** Cuts a polygon along each edge of another one. */
function cut(polygon: Polygon, by: Polygon): Polygon {
  // A mirrored area has its corners in the other order.
  const edges = signedArea(by) < 0 ? by.toReversed() : by;
  let rest = polygon;
  edges.forEach(([x1, y1], index) => {
    const [x2, y2] = edges[(index + 1) % edges.length]!;
    const inside = ([x, y]: readonly [number, number]) =>
      (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
    rest = rest.flatMap((corner, at) => {
      const before = rest.at(at - 1)!;
      const [here, there] = [inside(corner), inside(before)];
      const crosses = here >= 0 !== there >= 0;
      const share = there / (there - here);
      const crossing = [
        before[0] + (corner[0] - before[0]) * share,
        before[1] + (corner[1] - before[1]) * share,
      ] as const;
      return [...(crosses ? [crossing] : []), ...(here >= 0 ? [corner] : [])];
    });
  });
  return rest;
}

function signedArea(polygon: Polygon): number {
  return polygon.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = polygon[(at + 1) % polygon.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
}
