import type { ShapeForm } from './types.js';

/** The signed distance from a point to an edge, in pixels; negative inside the shape. */
export type EdgeDistance = (x: number, y: number) => number;

/** The distance to a rounded rectangle centered at (0, 0). */
export function rectangleDistance(width: number, height: number, radius: number): EdgeDistance {
  const cornerRadius = Math.min(radius, width / 2, height / 2);
  const right = width / 2 - cornerRadius;
  const bottom = height / 2 - cornerRadius;
  return (x, y) => {
    const across = Math.abs(x) - right;
    const down = Math.abs(y) - bottom;
    const outside = Math.hypot(Math.max(across, 0), Math.max(down, 0));
    return outside + Math.min(Math.max(across, down), 0) - cornerRadius;
  };
}

/**
 * The distance to an ellipse centered at (0, 0). Exact for circles. For other ellipses, this is the first-order
 * estimate from the gradient, which is accurate near the edge, where it matters.
 */
export function ellipseDistance(width: number, height: number): EdgeDistance {
  const a = width / 2;
  const b = height / 2;
  return (x, y) => {
    const relative = Math.hypot(x / a, y / b);
    const slope = Math.hypot(x / (a * a), y / (b * b));
    return slope === 0 ? -Math.min(a, b) : (relative * (relative - 1)) / slope;
  };
}

/** The distance to a form that fills a box. A circle is centered in the box. */
export function shapeDistance(
  form: ShapeForm,
  { width, height }: { readonly width: number; readonly height: number },
  radius: number,
): EdgeDistance {
  const shorter = Math.min(width, height);
  return {
    rectangle: () => rectangleDistance(width, height, radius),
    ellipse: () => ellipseDistance(width, height),
    circle: () => ellipseDistance(shorter, shorter),
  }[form]();
}

/** The share of a pixel that a shape covers, from the distance of the pixel's center. */
export function coverage(distance: number): number {
  return Math.min(1, Math.max(0, 0.5 - distance));
}
