import { lookUp } from './look-up.js';
import type { CubeLut, LutPoints } from './read-cube.js';

/** A lookup table as a file that every ffmpeg reads alike: curves or a grid over 0 to 1, and nothing else. */
export interface LutTable {
  /** The text of a `.cube` file. */
  readonly text: string;
  /** Curves for `lut1d`, or a grid for `lut3d`. */
  readonly dimensions: 1 | 3;
  /** Whether a grid has other points than the original, so that it is near to it only. */
  readonly isNear: boolean;
}

/** Points of curves that are not those of the file. */
const CURVE_POINTS = 4096;
/** Less than a step of 13 bits. Files that change nothing have rounded numbers. */
const INVISIBLE = 0.0001;

/**
 * Mixes a lookup table with the colors themselves, and writes it in a form without what versions of ffmpeg read differently or not
 * at all: domains other than 0 to 1, curves before a grid, and video levels. Interpolation is linear, so what the mixed table gives is
 * exactly the mix of the colors.
 *
 * @param intensity the share of the table, 0 to 1
 * @param mostPoints along each side of the grid that the installed ffmpeg reads
 * @returns null if the table changes no color
 */
export function lutTable(lut: CubeLut, intensity: number, mostPoints: number): LutTable | null {
  const plain = plainPoints(lut, mostPoints);
  const dimensions = lut.grid === null ? 1 : 3;
  const size = plain?.size ?? (dimensions === 1 ? CURVE_POINTS : mostPoints);
  const count = dimensions === 1 ? size : size ** 3;
  const lines: string[] = [`LUT_${dimensions}D_SIZE ${size}`];
  const color = new Float64Array(3);
  let isNeutral = true;
  for (let index = 0; index < count; index++) {
    const own = dimensions === 1 ? [index, index, index] : gridPlace(index, size);
    for (let channel = 0; channel < 3; channel++) color[channel] = own[channel]! / (size - 1);
    if (plain === null) lookUp(lut, color);
    else
      for (let channel = 0; channel < 3; channel++)
        color[channel] = plain.values[3 * index + channel]!;
    for (let channel = 0; channel < 3; channel++) {
      const change = (color[channel]! - own[channel]! / (size - 1)) * intensity;
      isNeutral &&= Math.abs(change) < INVISIBLE;
      color[channel] = own[channel]! / (size - 1) + change;
    }
    lines.push(`${color[0]!.toFixed(6)} ${color[1]!.toFixed(6)} ${color[2]!.toFixed(6)}`);
  }
  if (isNeutral) return null;
  return { text: `${lines.join('\n')}\n`, dimensions, isNear: plain === null && dimensions === 3 };
}

function gridPlace(index: number, size: number): number[] {
  return [index % size, Math.floor(index / size) % size, Math.floor(index / (size * size))];
}

/** The points of the table if they can stay as they are, or null. */
function plainPoints(
  { curves, grid, videoIn, videoOut }: CubeLut,
  mostPoints: number,
): LutPoints | null {
  if (videoIn || videoOut || (curves !== null && grid !== null)) return null;
  const points = (curves ?? grid)!;
  if (grid !== null && grid.size > mostPoints) return null;
  const isWhole =
    points.min.every((value) => value === 0) && points.max.every((value) => value === 1);
  return isWhole ? points : null;
}
