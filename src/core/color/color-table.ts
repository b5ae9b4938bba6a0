import { apply, type Matrix, type Vector } from './matrices.js';

/** Maps a sample to linear light, both from 0 to 1. */
export type Curve = (value: number) => number;

/** A color space with three components: a curve for each of them, and a matrix. */
export interface ColorSpace {
  readonly curves: readonly [Curve, Curve, Curve];
  /** Maps the linear components to linear sRGB. */
  readonly toSrgb: Matrix;
}

/**
 * A color space as plain data. Its curves are sampled at as many evenly spaced points as a lookup table
 * needs.
 */
export interface ColorTable {
  readonly curves: readonly (readonly number[])[];
  readonly toSrgb: readonly number[];
}

/** Points along each side of the table. Enough for curves like those of screens. */
const FEW_POINTS = 33;
/** For curves that rise steeply, such as linear light. */
const MANY_POINTS = 65;
/** An invisible difference. Tables for sRGB itself differ by as much. */
const INVISIBLE_DIFFERENCE = 2 / 255;
const GRID = 8;

/** Maps an sRGB sample (IEC 61966-2-1) to linear light. */
export const srgbCurve: Curve = (value) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

export const powerCurve =
  (gamma: number): Curve =>
  (value) =>
    value ** gamma;

/**
 * Samples a color space for a lookup table.
 *
 * @returns null if the space looks the same as sRGB, so that no conversion is needed
 */
export function colorTable(space: ColorSpace): ColorTable | null {
  if (isSrgb(space)) return null;
  const points = isSmooth(space, FEW_POINTS) ? FEW_POINTS : MANY_POINTS;
  const round = (value: number) => Number(value.toFixed(6));
  return {
    curves: space.curves.map((curve) =>
      Array.from({ length: points }, (_, index) => round(curve(index / (points - 1)))),
    ),
    toSrgb: space.toSrgb.map(round),
  };
}

/** A lookup table (.cube) that converts the colors of a space to sRGB. */
export function colorCube({ curves, toSrgb }: ColorTable): string {
  const points = curves[0]!.length;
  const lines = [`LUT_3D_SIZE ${points}`];
  const matrix = toSrgb as unknown as Matrix;
  for (const blue of curves[2]!) {
    for (const green of curves[1]!) {
      for (const red of curves[0]!) {
        const shown = apply(matrix, [red, green, blue]).map(fromLinear);
        lines.push(shown.map((value) => value.toFixed(6)).join(' '));
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Converts a color of a space to sRGB, with components from 0 to 1. */
export function toSrgb({ curves, toSrgb: matrix }: ColorSpace, color: Vector): Vector {
  const linear = color.map((value, index) => curves[index]!(value)) as unknown as Vector;
  return apply(matrix, linear).map(fromLinear) as unknown as Vector;
}

function fromLinear(value: number): number {
  const light = Math.max(0, Math.min(1, value));
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

function isSrgb(space: ColorSpace): boolean {
  for (let index = 0; index < (GRID + 1) ** 3; index++) {
    const color = [1, GRID + 1, (GRID + 1) ** 2].map(
      (step) => (Math.floor(index / step) % (GRID + 1)) / GRID,
    ) as unknown as Vector;
    const shown = toSrgb(space, color);
    // Negated, so that NaN does not count as sRGB.
    if (!shown.every((value, at) => Math.abs(value - color[at]!) <= INVISIBLE_DIFFERENCE))
      return false;
  }
  return true;
}

/** Whether linear interpolation between that many points looks the same as the curve. */
function isSmooth({ curves }: ColorSpace, points: number): boolean {
  const steps = points - 1;
  return curves.every((curve) => {
    const shown = (value: number) => fromLinear(curve(value));
    for (let level = 0; level < 255; level++) {
      const from = Math.floor((level / 255) * steps);
      const share = (level / 255) * steps - from;
      const between = shown(from / steps) * (1 - share) + shown((from + 1) / steps) * share;
      if (Math.abs(between - shown(level / 255)) > INVISIBLE_DIFFERENCE) return false;
    }
    return true;
  });
}
