import type { Path, PathCommand, Rect } from './path.js';

/**
 * An affine transform: `x' = a * x + c * y + e` and `y' = b * x + d * y + f`, as in SVG and CSS. Lengths are pixels,
 * and y points down.
 */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export const IDENTITY: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

export function translation(x: number, y: number): Matrix {
  return { ...IDENTITY, e: x, f: y };
}

/** The transform that applies `first`, and then `next`. */
export function concatenated(first: Matrix, next: Matrix): Matrix {
  return {
    a: next.a * first.a + next.c * first.b,
    b: next.b * first.a + next.d * first.b,
    c: next.a * first.c + next.c * first.d,
    d: next.b * first.c + next.d * first.d,
    e: next.a * first.e + next.c * first.f + next.e,
    f: next.b * first.e + next.d * first.f + next.f,
  };
}

/** A transform whose fixed point is (`x`, `y`) instead of the origin. */
export function about(matrix: Matrix, x: number, y: number): Matrix {
  return concatenated(concatenated(translation(-x, -y), matrix), translation(x, y));
}

export function isIdentity({ a, b, c, d, e, f }: Matrix): boolean {
  return a === 1 && b === 0 && c === 0 && d === 1 && e === 0 && f === 0;
}

/** How much a transform enlarges lengths, on average over all directions: the root of the change of areas. */
export function scaleOf({ a, b, c, d }: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

export function applyMatrix(path: Path, { a, b, c, d, e, f }: Matrix): Path {
  const x = (px: number, py: number) => a * px + c * py + e;
  const y = (px: number, py: number) => b * px + d * py + f;
  return path.map((command): PathCommand => {
    const [, x1, y1] = command;
    if (command[0] !== 'C') return [command[0], x(x1, y1), y(x1, y1)];
    const [, , , x2, y2, x3, y3] = command;
    return ['C', x(x1, y1), y(x1, y1), x(x2, y2), y(x2, y2), x(x3, y3), y(x3, y3)];
  });
}

/** The smallest upright rectangle around a transformed rectangle. */
export function boundsOf({ left, top, right, bottom }: Rect, matrix: Matrix): Rect {
  const { a, b, c, d, e, f } = matrix;
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ].map(([x, y]) => [a * x! + c * y! + e, b * x! + d * y! + f] as const);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
}
