import type { Region } from './regions.js';

/** As a `Motion` moves. */
interface EvenMove {
  readonly from: Region;
  readonly to: Region;
  readonly offset: number;
  readonly count: number;
}

/** The viewport at picture `n` of a layer. */
export function viewportAt({ from, to, offset, count }: EvenMove, n: number): Region {
  const progress = Math.min(1, (offset + n) / Math.max(1, count - 1));
  const mix = (a: number, b: number) => a + (b - a) * progress;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    width: mix(from.width, to.width),
    height: mix(from.height, to.height),
  };
}
