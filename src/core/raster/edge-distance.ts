import type { ShapeForm } from './types.js';

// Names of a module are found faster than those of the global object.
const { abs, max, min, sqrt } = Math;

/** The signed distance from a point to an edge, in pixels; negative inside the shape. */
export type EdgeDistance = (x: number, y: number) => number;

/** The distance to a rounded rectangle centered at (0, 0). */
export function rectangleDistance(width: number, height: number, radius: number): EdgeDistance {
  const cornerRadius = min(radius, width / 2, height / 2);
  const right = width / 2 - cornerRadius;
  const bottom = height / 2 - cornerRadius;
  return (x, y) => {
    const across = abs(x) - right;
    const down = abs(y) - bottom;
    // Beside an edge, and not beyond a corner, the distance is along one axis.
    const outside =
      across > 0 && down > 0 ? sqrt(across * across + down * down) : max(across, down);
    return outside - cornerRadius;
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
    const across = x / a;
    const down = y / b;
    const relative = sqrt(across * across + down * down);
    const slope = sqrt((across / a) ** 2 + (down / b) ** 2);
    return slope === 0 ? -min(a, b) : (relative * (relative - 1)) / slope;
  };
}

/** The distance to a form that fills a box. A circle is centered in the box. */
export function shapeDistance(
  form: ShapeForm,
  { width, height }: { readonly width: number; readonly height: number },
  radius: number,
): EdgeDistance {
  const shorter = min(width, height);
  return {
    rectangle: () => rectangleDistance(width, height, radius),
    ellipse: () => ellipseDistance(width, height),
    circle: () => ellipseDistance(shorter, shorter),
  }[form]();
}

/** The share of a pixel that a shape covers, from the distance of the pixel's center. */
export function coverage(distance: number): number {
  return min(1, max(0, 0.5 - distance));
}
