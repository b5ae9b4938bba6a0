import type { Contour } from './svg-path.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pieces of the circle that rounds a joint of a line. */
const ROUND_PIECES = 16;

/**
 * The share of each pixel that is inside of contours by the nonzero rule, row by row: exact areas, summed up from the left
 * (as renderers of fonts do). Where two edges share a pixel, their areas are added.
 *
 * @param contours in pixels
 */
export function fillCoverage(contours: readonly Contour[], size: Size): Float32Array {
  const painter = new Painter(size);
  for (const contour of contours) painter.polygon(contour);
  return painter.coverage();
}

/** The share of each pixel that is at most `reach` pixels from the edge of a contour. Its corners are round. */
export function edgeCoverage(
  contours: readonly Contour[],
  reach: number,
  size: Size,
): Float32Array {
  const painter = new Painter(size);
  for (const contour of contours) {
    for (const [index, [x, y]] of contour.entries()) {
      const [toX, toY] = contour[(index + 1) % contour.length]!;
      const length = Math.hypot(toX - x, toY - y);
      painter.polygon(circle(x, y, reach));
      if (length === 0) continue;
      const across = (-(toY - y) / length) * reach;
      const down = ((toX - x) / length) * reach;
      // In the direction of the circle, so that both add up.
      painter.polygon([
        [x - across, y - down],
        [toX - across, toY - down],
        [toX + across, toY + down],
        [x + across, y + down],
      ]);
    }
  }
  return painter.coverage();
}

function circle(x: number, y: number, radius: number): Contour {
  return Array.from({ length: ROUND_PIECES }, (_, piece) => {
    const angle = (2 * Math.PI * piece) / ROUND_PIECES;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
  });
}

/** Adds up how much area each edge bounds in each pixel of a row. */
class Painter {
  /** What changes from one pixel to the next. Edges to the right of the picture change what is not seen. */
  private readonly steps: Float32Array;
  private readonly stride: number;

  constructor(private readonly size: Size) {
    this.stride = size.width + 2;
    this.steps = new Float32Array(this.stride * size.height);
  }

  polygon(contour: Contour): void {
    for (const [index, [x, y]] of contour.entries()) {
      const [toX, toY] = contour[(index + 1) % contour.length]!;
      if (y < toY) this.edge(x, y, toX, toY, 1);
      else if (y > toY) this.edge(toX, toY, x, y, -1);
    }
  }

  coverage(): Float32Array {
    const { width, height } = this.size;
    const shares = new Float32Array(width * height);
    for (let row = 0; row < height; row++) {
      let winding = 0;
      for (let column = 0; column < width; column++) {
        winding += this.steps[row * this.stride + column]!;
        shares[row * width + column] = Math.min(1, Math.abs(winding));
      }
    }
    return shares;
  }

  /** @param direction 1 for an edge that goes down, which adds to the winding */
  private edge(x0: number, y0: number, x1: number, y1: number, direction: number): void {
    const { width, height } = this.size;
    const slope = (x1 - x0) / (y1 - y0);
    const within = (x: number) => Math.min(width, Math.max(0, x));
    const first = Math.max(0, Math.floor(y0));
    const last = Math.min(height, Math.ceil(y1));
    for (let row = first; row < last; row++) {
      const top = Math.max(row, y0);
      const bottom = Math.min(row + 1, y1);
      const from = within(x0 + (top - y0) * slope);
      const to = within(x0 + (bottom - y0) * slope);
      const area = (bottom - top) * direction;
      this.addRow(row * this.stride, Math.min(from, to), Math.max(from, to), area);
    }
  }

  /** An edge between two places of a row: each pixel on the way is cut, and all to the right are covered. */
  private addRow(at: number, from: number, to: number, area: number): void {
    const { steps } = this;
    const left = Math.floor(from);
    if (Math.ceil(to) <= left + 1) {
      const outside = (from + to) / 2 - left;
      steps[at + left]! += area * (1 - outside);
      steps[at + left + 1]! += area * outside;
      return;
    }
    // The covered area of a pixel that ends at `x`, as far as the edge is left of it.
    let before = 0;
    for (let pixel = left; pixel < to; pixel++) {
      const start = Math.max(from, pixel);
      const end = Math.min(to, pixel + 1);
      const share = (end - start) / (to - from);
      const own = share * (pixel + 1 - (start + end) / 2);
      steps[at + pixel]! += area * (own + before);
      before = share - own;
    }
    steps[at + Math.ceil(to)]! += area * before;
  }
}
