import type { ShapeForm } from './types.js';

/** How far a point is outside of an outline, in pixels; below 0 inside. */
export type Distance = (x: number, y: number) => number;

/** To a rectangle in the middle of (0, 0) with round corners. */
export function toRectangle(width: number, height: number, radius: number): Distance {
  const round = Math.min(radius, width / 2, height / 2);
  const right = width / 2 - round;
  const bottom = height / 2 - round;
  return (x, y) => {
    const across = Math.abs(x) - right;
    const down = Math.abs(y) - bottom;
    const outside = Math.hypot(Math.max(across, 0), Math.max(down, 0));
    return outside + Math.min(Math.max(across, down), 0) - round;
  };
}

/**
 * To an ellipse in the middle of (0, 0). Exact for circles; for others the first-order estimate by the
 * gradient, which is right near the edge, where it matters.
 */
export function toEllipse(width: number, height: number): Distance {
  const a = width / 2;
  const b = height / 2;
  return (x, y) => {
    const relative = Math.hypot(x / a, y / b);
    const slope = Math.hypot(x / (a * a), y / (b * b));
    return slope === 0 ? -Math.min(a, b) : (relative * (relative - 1)) / slope;
  };
}

/** To a form that fills a box; a circle stands in its middle. */
export function toForm(
  form: ShapeForm,
  { width, height }: { readonly width: number; readonly height: number },
  radius: number,
): Distance {
  const shorter = Math.min(width, height);
  return {
    rectangle: () => toRectangle(width, height, radius),
    ellipse: () => toEllipse(width, height),
    circle: () => toEllipse(shorter, shorter),
  }[form]();
}

/** The part of a pixel that lies within an outline, of the distance of its centre. */
export function coverage(distance: number): number {
  return Math.min(1, Math.max(0, 0.5 - distance));
}
