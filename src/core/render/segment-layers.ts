import type { Layer, Segment } from './types.js';

/** All layers of a segment in the order of its inputs. */
export function segmentLayers({ stack, next, over }: Segment): Layer[] {
  return [...stack.layers, ...(next?.layers ?? []), ...over];
}

/** How many pictures are encoded. */
export function pictureCount({ repeats, frameCount }: Segment): number {
  return repeats?.length ?? frameCount;
}
