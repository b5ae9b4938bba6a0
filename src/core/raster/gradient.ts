import type { Gradient } from './types.js';

// Names of a module are found faster than those of the global object.
const { sqrt } = Math;

/** Red, green, blue, and alpha from 0 to 1, with the colors multiplied by alpha. */
export type Premultiplied = readonly [red: number, green: number, blue: number, alpha: number];

/** Parses `#RRGGBBAA`. */
export function parsePremultiplied(color: string): Premultiplied {
  const [red, green, blue, alpha] = [1, 3, 5, 7].map(
    (at) => parseInt(color.slice(at, at + 2), 16) / 255,
  ) as [number, number, number, number];
  return [red * alpha, green * alpha, blue * alpha, alpha];
}

/** Sets `color`, of four parts, to a share of the way between two colors. It may be one of them. */
export function mixColors(
  color: Float64Array,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  share: number,
): void {
  for (let part = 0; part < 4; part++) {
    const start = from[part]!;
    color[part] = start + (to[part]! - start) * share;
  }
}

/** Sets `color` to that of a point, relative to the center of a box. It creates no objects: pictures have millions. */
export type ColorAt = (x: number, y: number, color: Float64Array) => void;

/**
 * Returns the colors of a gradient that fills a box. A
 * linear gradient ends in the corners. A radial gradient ends at the middle of each edge (`reach` 1) or in the
 * corners (`reach` √2).
 */
export function gradientAt(
  { style, angle, colors }: Gradient,
  { width, height }: { readonly width: number; readonly height: number },
  reach: number,
): ColorAt {
  const stops = colors.map(parsePremultiplied);
  const last = stops.length - 1;
  if (last === 0) return (_x, _y, color) => color.set(stops[0]!);
  const turn = (angle * Math.PI) / 180;
  const length = Math.abs(width * Math.cos(turn)) + Math.abs(height * Math.sin(turn));
  const across = Math.cos(turn) / length;
  const down = Math.sin(turn) / length;
  const wide = 2 / (width * reach);
  const high = 2 / (height * reach);
  const shareOf =
    style === 'linear'
      ? (x: number, y: number) => x * across + y * down + 0.5
      : (x: number, y: number) => sqrt((x * wide) ** 2 + (y * high) ** 2);
  return (x, y, color) => {
    const share = shareOf(x, y);
    const at = share < 0 ? 0 : share > 1 ? last : share * last;
    // The last stop ends the gradient before it.
    const before = at < last ? at | 0 : last - 1;
    mixColors(color, stops[before]!, stops[before + 1]!, at - before);
  };
}
