import type { Gradient } from './types.js';

/** Red, green, blue, and alpha from 0 to 1, with the colors multiplied by alpha. */
export type Premultiplied = readonly [red: number, green: number, blue: number, alpha: number];

/** Parses `#RRGGBBAA`. */
export function parsePremultiplied(color: string): Premultiplied {
  const [red, green, blue, alpha] = [1, 3, 5, 7].map(
    (at) => parseInt(color.slice(at, at + 2), 16) / 255,
  ) as [number, number, number, number];
  return [red * alpha, green * alpha, blue * alpha, alpha];
}

export function mixColors(from: Premultiplied, to: Premultiplied, share: number): Premultiplied {
  return from.map((part, index) => part + (to[index]! - part) * share) as unknown as Premultiplied;
}

/**
 * Returns a function from points, relative to the center of a box, to the colors of a gradient that fills the box. A
 * linear gradient ends in the corners. A radial gradient ends at the middle of each edge (`reach` 1) or in the
 * corners (`reach` √2).
 */
export function gradientAt(
  { style, angle, colors }: Gradient,
  { width, height }: { readonly width: number; readonly height: number },
  reach: number,
): (x: number, y: number) => Premultiplied {
  const stops = colors.map(parsePremultiplied);
  const [only] = stops;
  if (stops.length === 1) return () => only!;
  const turn = (angle * Math.PI) / 180;
  const across = Math.cos(turn);
  const down = Math.sin(turn);
  const length = Math.abs(width * across) + Math.abs(height * down);
  const shareOf =
    style === 'linear'
      ? (x: number, y: number) => (x * across + y * down) / length + 0.5
      : (x: number, y: number) => Math.hypot((2 * x) / width, (2 * y) / height) / reach;
  return (x, y) => {
    const at = Math.min(1, Math.max(0, shareOf(x, y))) * (stops.length - 1);
    const before = Math.min(stops.length - 2, Math.floor(at));
    return mixColors(stops[before]!, stops[before + 1]!, at - before);
  };
}
