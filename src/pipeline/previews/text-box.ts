import type { Sprite } from '../../core/drawing/sprite.js';
import { shapeBounds } from '../../core/drawing/sprite.js';
import type { Box } from './timeline-description.js';

/** An animated text has a sprite for each frame. The first ones tell where it is. */
const MOST_SHAPES = 64;

/** The box around what a text draws, in whole pixels of the video; null if it draws nothing. */
export function textBox(sprites: readonly Sprite[]): Box | null {
  const shapes = [...new Set(sprites.map(({ shape }) => shape))].slice(0, MOST_SHAPES);
  const bounds = shapes.flatMap((shape) => shapeBounds(shape) ?? []);
  if (bounds.length === 0) return null;
  const left = Math.min(...bounds.map((one) => one.left));
  const top = Math.min(...bounds.map((one) => one.top));
  const right = Math.max(...bounds.map((one) => one.right));
  const bottom = Math.max(...bounds.map((one) => one.bottom));
  const [x, y] = [Math.floor(left), Math.floor(top)];
  return { x, y, width: Math.ceil(right) - x, height: Math.ceil(bottom) - y };
}
