/** Steps, each of which halves the range, until the time is exact to about 1e-9. */
const STEPS = 32;

/**
 * The timing function of CSS: the y of a cubic Bezier curve from (0, 0) to (1, 1) where its x is the progress.
 *
 * @param x1 of the first control point, 0 to 1, so that x never runs backward
 * @param x2 of the second control point, 0 to 1
 */
export function cubicBezier(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): (progress: number) => number {
  const at = (a: number, b: number, s: number) =>
    3 * a * s * (1 - s) ** 2 + 3 * b * s ** 2 * (1 - s) + s ** 3;
  return (progress) => {
    if (progress <= 0) return 0;
    if (progress >= 1) return 1;
    let [low, high] = [0, 1];
    for (let step = 0; step < STEPS; step++) {
      const middle = (low + high) / 2;
      if (at(x1, x2, middle) < progress) low = middle;
      else high = middle;
    }
    return at(y1, y2, (low + high) / 2);
  };
}
