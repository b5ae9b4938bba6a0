import { apply, type Matrix, type Vector } from './matrices.js';

/** From a sample to linear light, both 0 to 1. */
export type Curve = (value: number) => number;

/** A colour space of three components: a curve for each, and a matrix. */
export interface ColorSpace {
  readonly curves: readonly [Curve, Curve, Curve];
  /** From linear light of its components to linear sRGB. */
  readonly toSrgb: Matrix;
}

/**
 * A colour space as plain data: its curves at evenly spaced points, which is all that a lookup table
 * with as many points asks for.
 */
export interface ColorTable {
  readonly curves: readonly (readonly number[])[];
  readonly toSrgb: readonly number[];
}

/** Points along each side of the table: enough for curves like those of screens. */
const FEW_POINTS = 33;
/** For those that rise steeply, such as linear light. */
const MANY_POINTS = 65;
/** Levels of 255 that nobody sees; tables for sRGB itself differ by as much. */
const UNSEEN = 2 / 255;
const GRID = 8;

/** The curve of sRGB (IEC 61966-2-1) to linear light. */
export const srgbCurve: Curve = (value) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

export const powerCurve =
  (gamma: number): Curve =>
  (value) =>
    value ** gamma;

/**
 * The table of a colour space.
 *
 * @returns null for sRGB, and what nobody could tell from it: nothing has to be done
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

/** A lookup table (.cube) from the colours of a space to those of sRGB. */
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

/** A color of a space in sRGB, each component 0 to 1. */
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
    // Negated, so that what is no number is no sRGB.
    if (!shown.every((value, at) => Math.abs(value - color[at]!) <= UNSEEN)) return false;
  }
  return true;
}

/** Whether straight lines between so many points come as near as anybody sees. */
function isSmooth({ curves }: ColorSpace, points: number): boolean {
  const steps = points - 1;
  return curves.every((curve) => {
    const shown = (value: number) => fromLinear(curve(value));
    for (let level = 0; level < 255; level++) {
      const from = Math.floor((level / 255) * steps);
      const share = (level / 255) * steps - from;
      const between = shown(from / steps) * (1 - share) + shown((from + 1) / steps) * share;
      if (Math.abs(between - shown(level / 255)) > UNSEEN) return false;
    }
    return true;
  });
}
