/**
 * A command of an outline, in pixels, with y pointing down. A contour goes from one `M` to the next and is closed.
 * Areas are filled by the nonzero rule.
 */
export type PathCommand =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number];
export type Path = readonly PathCommand[];

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** `x' = x * scale + dx`, and the same for y. */
export interface Transform {
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
}

export function transformPath(path: Path, { scale, dx, dy }: Transform): Path {
  const x = (value: number) => value * scale + dx;
  const y = (value: number) => value * scale + dy;
  return path.map((command): PathCommand => {
    if (command[0] !== 'C') return [command[0], x(command[1]), y(command[2])];
    const [type, x1, y1, x2, y2, toX, toY] = command;
    return [type, x(x1), y(y1), x(x2), y(y2), x(toX), y(toY)];
  });
}

/** A transform that scales around a fixed point. */
export function scalingAbout(scale: number, x: number, y: number): Transform {
  return { scale, dx: x * (1 - scale), dy: y * (1 - scale) };
}

/** The bounds of all points, including control points; null if there are none. */
export function pathBounds(path: Path): Rect | null {
  if (path.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const command of path) {
    for (let at = 1; at < command.length; at += 2) {
      const x = command[at] as number;
      const y = command[at + 1] as number;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return { left, top, right, bottom };
}

/** The smallest rectangle around all rectangles; null if there are none. */
export function unionOf(rects: readonly Rect[]): Rect | null {
  return rects.reduce<Rect | null>(
    (all, rect) =>
      all === null
        ? rect
        : {
            left: Math.min(all.left, rect.left),
            top: Math.min(all.top, rect.top),
            right: Math.max(all.right, rect.right),
            bottom: Math.max(all.bottom, rect.bottom),
          },
    null,
  );
}
