/** A 3 x 3 matrix, row by row. */
export type Matrix = readonly [
  ...[number, number, number],
  ...[number, number, number],
  ...[number, number, number],
];
export type Vector = readonly [number, number, number];
/** A chromaticity in CIE 1931 x, y. */
export type Chromaticity = readonly [x: number, y: number];

/** The red, green, blue, and white of a color space. */
export interface Primaries {
  readonly red: Chromaticity;
  readonly green: Chromaticity;
  readonly blue: Chromaticity;
  readonly white: Chromaticity;
}

export const D65: Chromaticity = [0.3127, 0.329];
/** ITU-R BT.709, which sRGB shares. */
export const BT709: Primaries = {
  red: [0.64, 0.33],
  green: [0.3, 0.6],
  blue: [0.15, 0.06],
  white: D65,
};
/** The white point of the profile connection space (ICC.1:2022, 7.2.16). */
const D50: Vector = [0.9642, 1, 0.8249];
/** The Bradford cone responses, with which ICC profiles adapt to D50 (ICC.1:2022, annex E). */
const BRADFORD: Matrix = [
  0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296,
] as unknown as Matrix;

export function times(a: Matrix, b: Matrix): Matrix {
  const at = (row: number, column: number) =>
    a[3 * row]! * b[column]! + a[3 * row + 1]! * b[column + 3]! + a[3 * row + 2]! * b[column + 6]!;
  return Array.from({ length: 9 }, (_, index) =>
    at(Math.floor(index / 3), index % 3),
  ) as unknown as Matrix;
}

export function apply(matrix: Matrix, [x, y, z]: Vector): Vector {
  const row = (at: number) => matrix[at]! * x + matrix[at + 1]! * y + matrix[at + 2]! * z;
  return [row(0), row(3), row(6)];
}

/** @returns null if the matrix has no inverse */
export function inverse([a, b, c, d, e, f, g, h, i]: Matrix): Matrix | null {
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  if (!Number.isFinite(determinant) || Math.abs(determinant) < 1e-9) return null;
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ].map((value) => value / determinant) as unknown as Matrix;
}

/**
 * The matrix from linear RGB with these primaries to XYZ under D50.
 *
 * @returns null if no color space has such primaries
 */
export function toD50({ red, green, blue, white }: Primaries): Matrix | null {
  if ([red, green, blue, white].some(([x, y]) => !(x >= 0 && y > 0 && x + y <= 1))) return null;
  const columns = [red, green, blue].map(xyzOf);
  const at = (row: number) => columns.map((column) => column[row]!);
  const plain = [...at(0), ...at(1), ...at(2)] as unknown as Matrix;
  const back = inverse(plain);
  const adapted = adaptation(xyzOf(white));
  if (back === null || adapted === null) return null;
  const [r, g, b] = apply(back, xyzOf(white));
  const scaled = times(plain, [r, 0, 0, 0, g, 0, 0, 0, b]);
  return times(adapted, scaled);
}

/** XYZ at a luminance of 1. */
function xyzOf([x, y]: Chromaticity): Vector {
  return [x / y, 1, (1 - x - y) / y];
}

function adaptation(white: Vector): Matrix | null {
  const back = inverse(BRADFORD);
  const from = apply(BRADFORD, white);
  const to = apply(BRADFORD, D50);
  if (back === null || from.some((cone) => cone <= 0)) return null;
  const [r, g, b] = to.map((cone, index) => cone / from[index]!) as unknown as Vector;
  return times(back, times([r, 0, 0, 0, g, 0, 0, 0, b], BRADFORD));
}

/** From XYZ under D50 to linear sRGB. */
export const D50_TO_SRGB: Matrix = inverse(toD50(BT709)!)!;
