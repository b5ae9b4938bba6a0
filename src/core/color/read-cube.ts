/** Points of a lookup table, with three values each. */
export interface LutPoints {
  /** Along each side of a grid, or of each curve. */
  readonly size: number;
  /** Of a grid, the red of its points changes first, then green, then blue. */
  readonly values: Float32Array;
  /** What the first point and the last one stand for, in each channel. */
  readonly min: readonly number[];
  readonly max: readonly number[];
}

/** A lookup table of colors: curves of the three channels, a grid, or one after the other. */
export interface CubeLut {
  readonly curves: LutPoints | null;
  readonly grid: LutPoints | null;
  /** Whether 64/1023 is black and 940/1023 white in what it takes and in what it gives. */
  readonly videoIn: boolean;
  readonly videoOut: boolean;
  /** Lines that were ignored, in words. */
  readonly ignored: readonly string[];
}

/** A file that is not a lookup table. The message is a clause that says why. */
export class CubeError extends Error {}

const MOST_POINTS = { curves: 65_536, grid: 256 };
/** The shortest line: `0 0 0` and its end. */
const SHORTEST_LINE = 6;
const LONGEST_LINE = 512;
const MOST_IGNORED = 3;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
const KEYWORD = /^[A-Za-z_]/;

/** What the lines above the points say. */
interface Header {
  curves: number | null;
  grid: number | null;
  min: number[] | null;
  max: number[] | null;
  curvesRange: number[] | null;
  gridRange: number[] | null;
  videoIn: boolean;
  videoOut: boolean;
  readonly ignored: string[];
}

/** The points while they are read. */
interface Body {
  readonly curves: Float32Array;
  readonly grid: Float32Array;
  /** Numbers that were read. */
  count: number;
}

/**
 * Reads a `.cube` file as Adobe ("Cube LUT Specification" 1.0) and DaVinci Resolve write it. The size that a file declares is
 * compared with its length before memory is taken.
 *
 * @throws CubeError if it is anything else
 */
export function readCube(text: string): CubeLut {
  const header: Header = {
    ...{ curves: null, grid: null, min: null, max: null, curvesRange: null, gridRange: null },
    ...{ videoIn: false, videoOut: false, ignored: [] },
  };
  let body: Body | null = null;
  let number = 0;
  for (const line of linesOf(text)) {
    number++;
    if (line === '' || line.startsWith('#')) continue;
    if (KEYWORD.test(line) && !/^(nan|inf)/i.test(line)) {
      if (body === null) readKeyword(line, number, header);
      else throw new CubeError(`line ${number} is not three numbers`);
      continue;
    }
    body ??= beginBody(header, text.length);
    addPoint(line, number, body);
  }
  return lutOf(header, body);
}

/** The lines without spaces at their ends, with any kind of line ends. */
function* linesOf(text: string): Generator<string> {
  const end = /\r\n?|\n/g;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at <= text.length) {
    end.lastIndex = at;
    const found = end.exec(text);
    const until = found?.index ?? text.length;
    // A file that is not text may have no ends of lines.
    if (until - at > LONGEST_LINE) throw new CubeError('it has lines that are too long');
    yield text.slice(at, until).trim();
    at = found === null ? text.length + 1 : end.lastIndex;
  }
}

function readKeyword(line: string, number: number, header: Header): void {
  const [given = '', ...words] = line.split(/\s+/);
  const name = given.toUpperCase();
  const numbers = (count: number): number[] => {
    const values = words.map(Number);
    if (words.length === count && words.every((word) => NUMBER.test(word))) return values;
    throw new CubeError(
      `${name} in line ${number} does not have ${count} ${count > 1 ? 'numbers' : 'number'}`,
    );
  };
  const size = (kind: keyof typeof MOST_POINTS): number => {
    const [points] = numbers(1) as [number];
    if (Number.isInteger(points) && points >= 2 && points <= MOST_POINTS[kind]) return points;
    throw new CubeError(`${name} is ${points}, but has to be from 2 to ${MOST_POINTS[kind]}`);
  };
  switch (name) {
    case 'TITLE':
      return;
    case 'LUT_1D_SIZE':
      header.curves = size('curves');
      return;
    case 'LUT_3D_SIZE':
      header.grid = size('grid');
      return;
    case 'DOMAIN_MIN':
      header.min = numbers(3);
      return;
    case 'DOMAIN_MAX':
      header.max = numbers(3);
      return;
    case 'LUT_1D_INPUT_RANGE':
      header.curvesRange = numbers(2);
      return;
    case 'LUT_3D_INPUT_RANGE':
      header.gridRange = numbers(2);
      return;
    case 'LUT_IN_VIDEO_RANGE':
      header.videoIn = true;
      return;
    case 'LUT_OUT_VIDEO_RANGE':
      header.videoOut = true;
      return;
    default:
      if (header.ignored.length < MOST_IGNORED)
        header.ignored.push(`${JSON.stringify(given.slice(0, 40))} in line ${number}`);
  }
}

function beginBody({ curves, grid }: Header, length: number): Body {
  if (curves === null && grid === null)
    throw new CubeError('it has neither LUT_3D_SIZE nor LUT_1D_SIZE before its numbers');
  const points = (curves ?? 0) + (grid ?? 0) ** 3;
  // The last line may lack its end.
  if (points * SHORTEST_LINE > length + 1)
    throw new CubeError(`it ends before its ${points} points`);
  return {
    curves: new Float32Array(3 * (curves ?? 0)),
    grid: new Float32Array(3 * (grid ?? 0) ** 3),
    count: 0,
  };
}

function addPoint(line: string, number: number, body: Body): void {
  const words = line.split(/\s+/);
  const { curves, grid } = body;
  if (words.length !== 3) throw new CubeError(`line ${number} is not three numbers`);
  for (const word of words) {
    const value = NUMBER.test(word) ? Math.fround(Number(word)) : NaN;
    if (!Number.isFinite(value))
      throw new CubeError(`${JSON.stringify(word.slice(0, 40))} in line ${number} is not a number`);
    const at = body.count++;
    if (at < curves.length) curves[at] = value;
    else if (at - curves.length < grid.length) grid[at - curves.length] = value;
    else throw new CubeError('it has more points than its size says');
  }
}

function lutOf(header: Header, body: Body | null): CubeLut {
  const { curves, grid, min, max, curvesRange, gridRange } = header;
  const expected = body === null ? 0 : body.curves.length + body.grid.length;
  if (body === null || body.count < expected) {
    const given = body === null ? 'no points' : `${body.count / 3} of its ${expected / 3} points`;
    throw new CubeError(`it has ${given}`);
  }
  const domain = (range: number[] | null, isFirst: boolean) => {
    const [low = 0, high = 1] = range ?? [];
    const own = isFirst && range === null;
    const from = (own && min) || [low, low, low];
    const to = (own && max) || [high, high, high];
    if (!from.every((value, channel) => value < to[channel]!))
      throw new CubeError('its domain ends before it begins');
    return { min: from, max: to };
  };
  const { videoIn, videoOut, ignored } = header;
  return {
    curves:
      curves === null ? null : { size: curves, values: body.curves, ...domain(curvesRange, true) },
    grid:
      grid === null
        ? null
        : { size: grid, values: body.grid, ...domain(gridRange, curves === null) },
    ...{ videoIn, videoOut, ignored },
  };
}
