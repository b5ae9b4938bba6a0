import type { Shape, Sprite } from './sprite.js';

/** libass from 0.15 on moves the middle of what it draws to eighths of a pixel, which are two units of a drawing. */
const GRID = 2;

/**
 * A sprite that libass draws exactly where it is. A contour without an area widens its bounds by at most an eighth of a pixel, so
 * that their middle lies where libass would move it. An outline would make such a contour visible, so that it must lie at the
 * edge of the shape. Where there is no such place, the sprite may be a sixteenth of a pixel off.
 */
export function steadySprite(sprite: Sprite): Sprite {
  const { shape, outline } = sprite;
  if (shape.commands === '') return sprite;
  const hasOutline = outline !== null && outline !== undefined && outline.width > 0;
  const points = pointsOf(shape);
  const contours = [0, 1].flatMap((axis) => {
    const edge = missingEdge(points.map(({ at }) => at[axis]!));
    if (edge === null) return [];
    const near = points.filter(({ at }) => Math.abs(at[axis]! - edge) <= GRID);
    const point = hasOutline ? near.find(({ onCurve }) => onCurve) : near[0];
    if (point === undefined) return [];
    const place = point.at.map((value, side) => (side === axis ? edge : value)).join(' ');
    return [`m ${place} l ${place}`];
  });
  if (contours.length === 0) return sprite;
  return { ...sprite, shape: { ...shape, commands: [...contours, shape.commands].join(' ') } };
}

/** Where the bounds of values must reach, too, so that their middle lies on the grid. Null if it does. */
function missingEdge(values: readonly number[]): number | null {
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const rest = (((least + most) % (2 * GRID)) + 2 * GRID) % (2 * GRID);
  if (rest === 0) return null;
  return rest === 1 ? least - 1 : most + 2 * GRID - rest;
}

interface Point {
  readonly at: readonly [x: number, y: number];
  /** False for a control point. */
  readonly onCurve: boolean;
}

function pointsOf({ commands }: Shape): Point[] {
  const points: Point[] = [];
  let letter = '';
  let numbers: number[] = [];
  let curve = 0;
  for (const word of commands.split(' ')) {
    if (word >= 'a') {
      [letter, curve] = [word, 0];
      continue;
    }
    numbers.push(Number(word));
    if (numbers.length < 2) continue;
    curve++;
    points.push({ at: [numbers[0]!, numbers[1]!], onCurve: letter !== 'b' || curve % 3 === 0 });
    numbers = [];
  }
  return points;
}
