import type { Motion, Viewport } from './types.js';

/** The viewport at picture `n` of a layer. */
export function viewportAt({ from, to, offset, count }: Motion, n: number): Viewport {
  const progress = Math.min(1, (offset + n) / Math.max(1, count - 1));
  const mix = (a: number, b: number) => a + (b - a) * progress;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    width: mix(from.width, to.width),
    height: mix(from.height, to.height),
  };
}
