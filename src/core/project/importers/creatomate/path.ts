/** What the path of a shape draws, as far as a video config has it. */
export interface Outline {
  readonly kind: 'rectangle' | 'ellipse' | 'other';
  /** The path without signs of percent, as in SVG. */
  readonly data: string;
  /** The points of the path, in its own units: percentages of the box, or pixels. */
  readonly bounds: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

const LONGEST = 100_000;
const MOST_POINTS = 10_000;
const TOKEN = /[a-z]|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?%?/gi;
const POINTS: Readonly<Record<string, number>> = { M: 1, L: 1, T: 1, C: 3, S: 2, Q: 2 };

/** Reads a path of absolute coordinates as in SVG. Null if it is none. */
export function outlineOf(path: string): Outline | null {
  if (path.length > LONGEST || !/^\s*m/i.test(path)) return null;
  const points: (readonly [number, number])[] = [];
  const commands = new Set<string>();
  let curves = 0;
  let command = '';
  let numbers: number[] = [];
  for (const [token] of path.matchAll(TOKEN)) {
    if (/^[a-z]$/i.test(token)) {
      command = token;
      commands.add(token);
      numbers = [];
      continue;
    }
    numbers.push(Number.parseFloat(token));
    const last = points.at(-1) ?? [0, 0];
    if (command === 'H') points.push([numbers.pop()!, last[1]]);
    else if (command === 'V') points.push([last[0], numbers.pop()!]);
    else {
      const count = POINTS[command];
      if (count === undefined) return null;
      if (numbers.length < 2 * count) continue;
      if (command === 'C') curves++;
      points.push([numbers.at(-2)!, numbers.at(-1)!]);
      numbers = [];
    }
    if (points.length > MOST_POINTS) return null;
  }
  if (points.length < 2) return null;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const bounds = {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
  const data = path.replaceAll('%', '');
  return { kind: kindOf(points, curves, commands, bounds), data, bounds };
}

function kindOf(
  points: readonly (readonly [number, number])[],
  curves: number,
  commands: ReadonlySet<string>,
  { left, top, right, bottom }: Outline['bounds'],
): Outline['kind'] {
  const isNear = (a: number, b: number) =>
    Math.abs(a - b) <= 0.01 * Math.max(right - left, bottom - top);
  const isCorner = ([x, y]: readonly [number, number]) =>
    (isNear(x, left) || isNear(x, right)) && (isNear(y, top) || isNear(y, bottom));
  const corners = new Set(points.map(([x, y]) => `${isNear(x, left)} ${isNear(y, top)}`));
  if (curves === 0 && points.length <= 6 && points.every(isCorner) && corners.size === 4)
    return 'rectangle';
  // Four curves between the middles of the sides.
  const isMiddle = ([x, y]: readonly [number, number]) =>
    (isNear(x, (left + right) / 2) && (isNear(y, top) || isNear(y, bottom))) ||
    (isNear(y, (top + bottom) / 2) && (isNear(x, left) || isNear(x, right)));
  const isRound = curves === 4 && points.every(isMiddle) && !commands.has('L');
  return isRound ? 'ellipse' : 'other';
}
