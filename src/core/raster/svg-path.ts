/** A contour as points, one after another. A contour is filled as if its last point was joined to its first. */
export type Contour = readonly (readonly [x: number, y: number])[];

/** An outline in coordinates of its own. */
export interface ShapePath {
  /** Path data of SVG 2 (section 9.3). */
  readonly data: string;
  /** The part of the coordinates that fills the box. */
  readonly viewBox: readonly [x: number, y: number, width: number, height: number];
}

/** Straight pieces in the place of a curve. */
const CURVE_PIECES = 16;
/** The number of arguments of each command. */
const ARGUMENTS: Readonly<Record<string, number>> = {
  ...{ m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 },
};
const TOKEN = /[\s,]*(?:([a-zA-Z])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?))/y;
/** The two flags of an arc may be written without spaces. */
const FLAG = /[\s,]*([01])/y;

type Point = readonly [x: number, y: number];

/**
 * Reads path data, with curves as straight pieces. Its work grows with the length of the text only.
 *
 * @returns null if it is no path data, or has no contour
 */
export function readSvgPath(data: string): Contour[] | null {
  const reader = new PathReader();
  let at = 0;
  let command = '';
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(data);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  const end = data.trimEnd().length;
  while (at < end) {
    const before = at;
    const letter = match(TOKEN)?.[1];
    if (letter === undefined) {
      // Arguments without a letter repeat the command, and a move goes on as lines.
      if (command === '' || command.toLowerCase() === 'z') return null;
      at = before;
      if (command === 'm') command = 'l';
      if (command === 'M') command = 'L';
    } else {
      command = letter;
    }
    const count = ARGUMENTS[command.toLowerCase()];
    if (count === undefined || (reader.isEmpty && command.toLowerCase() !== 'm')) return null;
    const numbers: number[] = [];
    for (let index = 0; index < count; index++) {
      const isFlag = count === 7 && (index === 3 || index === 4);
      const found = isFlag ? match(FLAG)?.[1] : match(TOKEN)?.[2];
      if (found === undefined || !Number.isFinite(Number(found))) return null;
      numbers.push(Number(found));
    }
    reader.add(command, numbers);
  }
  const contours = reader.contours.filter((contour) => contour.length > 1);
  return contours.length === 0 ? null : contours;
}

/**
 * How many rows of pixels the edges of an outline cross together at most, which is what it costs to paint it.
 *
 * @param height of the picture, in pixels
 * @param stroke width of the stroke, in pixels, or 0
 */
export function crossedRows({ data, viewBox }: ShapePath, height: number, stroke: number): number {
  let rows = 0;
  for (const contour of readSvgPath(data) ?? []) {
    for (const [index, [, y]] of contour.entries()) {
      const [, next] = contour[(index + 1) % contour.length]!;
      const edge = Math.min(height, (Math.abs(next - y) * height) / viewBox[3]);
      // A stroke paints a rectangle and a circle for each edge.
      rows += 1 + edge + (stroke > 0 ? 2 * edge + 8 * stroke : 0);
    }
  }
  return rows;
}

/** Carries out commands one after another. */
class PathReader {
  readonly contours: (readonly [number, number])[][] = [];
  private now: Point = [0, 0];
  private start: Point = [0, 0];
  /** The last control point of a curve, which a smooth curve mirrors, and the kind of curve. */
  private control: { readonly at: Point; readonly kind: 'c' | 'q' } | null = null;

  get isEmpty(): boolean {
    return this.contours.length === 0;
  }

  add(command: string, numbers: readonly number[]): void {
    const kind = command.toLowerCase();
    const [fromX, fromY] = command === kind ? this.now : [0, 0];
    const point = (index: number): Point => [fromX + numbers[index]!, fromY + numbers[index + 1]!];
    const { control } = this;
    this.control = null;
    switch (kind) {
      case 'm':
        return this.move(point(0));
      case 'z':
        this.now = this.start;
        return;
      case 'l':
        return this.line(point(0));
      case 'h':
        return this.line([fromX + numbers[0]!, this.now[1]]);
      case 'v':
        return this.line([this.now[0], fromY + numbers[0]!]);
      case 'c':
        return this.cubic(point(0), point(2), point(4));
      case 's':
        return this.cubic(this.mirrored(control, 'c'), point(0), point(2));
      case 'q':
        return this.quadratic(point(0), point(2));
      case 't':
        return this.quadratic(this.mirrored(control, 'q'), point(0));
      default:
        return this.arc(numbers, point(5));
    }
  }

  private move(to: Point): void {
    this.contours.push([to]);
    this.now = to;
    this.start = to;
  }

  private line(to: Point): void {
    const contour = this.contours.at(-1)!;
    // After a contour was closed, the next one begins where that one did.
    const isClosed = contour.length > 1 && this.now === this.start && contour.at(-1) !== this.now;
    if (isClosed) this.contours.push([this.now, to]);
    else contour.push(to);
    this.now = to;
  }

  private mirrored(control: PathReader['control'], kind: 'c' | 'q'): Point {
    if (control?.kind !== kind) return this.now;
    return [2 * this.now[0] - control.at[0], 2 * this.now[1] - control.at[1]];
  }

  private quadratic(control: Point, to: Point): void {
    const from = this.now;
    const near = (end: Point): Point => [
      end[0] + (2 * (control[0] - end[0])) / 3,
      end[1] + (2 * (control[1] - end[1])) / 3,
    ];
    this.cubic(near(from), near(to), to);
    this.control = { at: control, kind: 'q' };
  }

  private cubic(first: Point, second: Point, to: Point): void {
    const from = this.now;
    const along = (share: number, axis: 0 | 1) => {
      const rest = 1 - share;
      return (
        rest ** 3 * from[axis] +
        3 * rest ** 2 * share * first[axis] +
        3 * rest * share ** 2 * second[axis] +
        share ** 3 * to[axis]
      );
    };
    for (let piece = 1; piece < CURVE_PIECES; piece++) {
      const share = piece / CURVE_PIECES;
      this.line([along(share, 0), along(share, 1)]);
    }
    this.line(to);
    this.control = { at: second, kind: 'c' };
  }

  /** An elliptical arc, from its end points (SVG 2, appendix B.2.4). */
  private arc(numbers: readonly number[], to: Point): void {
    const [givenX, givenY, degrees, large, sweep] = numbers as [number, number, ...number[]];
    const from = this.now;
    let [radiusX, radiusY] = [Math.abs(givenX), Math.abs(givenY)];
    if (radiusX === 0 || radiusY === 0) return this.line(to);
    const turn = (degrees! * Math.PI) / 180;
    const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
    const [halfX, halfY] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
    const x = cosine * halfX + sine * halfY;
    const y = cosine * halfY - sine * halfX;
    const reach = (x / radiusX) ** 2 + (y / radiusY) ** 2;
    if (reach === 0) return;
    if (reach > 1) [radiusX, radiusY] = [radiusX * Math.sqrt(reach), radiusY * Math.sqrt(reach)];
    const far = Math.max(0, 1 / Math.min(1, reach) - 1);
    const factor = Math.sqrt(far) * (large === sweep ? -1 : 1);
    const [offX, offY] = [(factor * radiusX * y) / radiusY, (-factor * radiusY * x) / radiusX];
    const centerX = cosine * offX - sine * offY + (from[0] + to[0]) / 2;
    const centerY = sine * offX + cosine * offY + (from[1] + to[1]) / 2;
    const begin = Math.atan2((y - offY) / radiusY, (x - offX) / radiusX);
    const end = Math.atan2((-y - offY) / radiusY, (-x - offX) / radiusX);
    let angle = end - begin;
    if (sweep === 0 && angle > 0) angle -= 2 * Math.PI;
    if (sweep === 1 && angle < 0) angle += 2 * Math.PI;
    const pieces = Math.ceil((2 * CURVE_PIECES * Math.abs(angle)) / Math.PI);
    for (let piece = 1; piece < pieces; piece++) {
      const at = begin + (angle * piece) / pieces;
      const [alongX, alongY] = [radiusX * Math.cos(at), radiusY * Math.sin(at)];
      this.line([
        cosine * alongX - sine * alongY + centerX,
        sine * alongX + cosine * alongY + centerY,
      ]);
    }
    this.line(to);
  }
}
