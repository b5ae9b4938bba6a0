/** An affine map as in CSS: (x, y) becomes (a x + c y + e, b x + d y + f). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export const translation = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y];

export const scaling = (x: number, y: number): Matrix => [x, 0, 0, y, 0, 0];

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Clockwise, because y points down. */
export function rotation(degrees: number): Matrix {
  // Quarter turns are exact, so that straight edges stay straight.
  const quarters = degrees / 90;
  const [cosine, sine] = Number.isInteger(quarters)
    ? [
        [1, 0],
        [0, 1],
        [-1, 0],
        [0, -1],
      ][((quarters % 4) + 4) % 4]!
    : [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  return [cosine!, sine!, -sine!, cosine!, 0, 0];
}

/** The `skew` of CSS, in degrees. */
export function skewing(x: number, y: number): Matrix {
  return [1, Math.tan(radians(y)), Math.tan(radians(x)), 1, 0, 0];
}

/** The map that applies the last one first. */
export function multiply(...maps: readonly Matrix[]): Matrix {
  return maps.reduce(([a, b, c, d, e, f], [g, h, i, j, k, l]) => [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ]);
}

/** The inverse of a map, or null if it flattens the plane. */
export function invert([a, b, c, d, e, f]: Matrix): Matrix | null {
  const area = a * d - b * c;
  if (Math.abs(area) < 1e-12) return null;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

export function mapPoint([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** How a map stretches: the lengths of the axes of the ellipse that a unit circle becomes, and the direction of the longer. */
export interface Stretch {
  readonly longer: number;
  readonly shorter: number;
  /** The longer axis, half of it, after the map. */
  readonly axis: readonly [x: number, y: number];
}

export function stretchOf([a, b, c, d]: Matrix): Stretch {
  // The singular values and the first left singular vector of a 2x2 matrix.
  const sum = Math.hypot(a + d, b - c);
  const difference = Math.hypot(a - d, b + c);
  const longer = (sum + difference) / 2;
  const angle = (Math.atan2(b + c, a - d) + Math.atan2(b - c, a + d)) / 2;
  return {
    longer,
    shorter: Math.abs(sum - difference) / 2,
    axis: [longer * Math.cos(angle), longer * Math.sin(angle)],
  };
}
