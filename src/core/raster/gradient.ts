import type { Gradient } from './types.js';

/** Red, green, blue and alpha from 0 to 1; the colours are multiplied by alpha. */
export type Premultiplied = readonly [red: number, green: number, blue: number, alpha: number];

/** Of `#RRGGBBAA`. */
export function premultiplied(color: string): Premultiplied {
  const [red, green, blue, alpha] = [1, 3, 5, 7].map(
    (at) => parseInt(color.slice(at, at + 2), 16) / 255,
  ) as [number, number, number, number];
  return [red * alpha, green * alpha, blue * alpha, alpha];
}

export function mix(from: Premultiplied, to: Premultiplied, share: number): Premultiplied {
  return from.map((part, index) => part + (to[index]! - part) * share) as unknown as Premultiplied;
}

/**
 * The colours of a gradient that fills a box, at points counted from its middle. A linear one reaches
 * its ends in the corners, a radial one (`reach` 1) at the edges' middles or (root of 2) in the corners.
 */
export function gradientAt(
  { style, angle, colors }: Gradient,
  { width, height }: { readonly width: number; readonly height: number },
  reach: number,
): (x: number, y: number) => Premultiplied {
  const stops = colors.map(premultiplied);
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
    return mix(stops[before]!, stops[before + 1]!, at - before);
  };
}
