import type { Drawing, Layer, PaintItem, Segment } from './types.js';

/** All layers of a segment, in the order of its inputs. */
export function segmentLayers(segment: Segment): Layer[] {
  return layersOnly(paintItems(segment));
}

/** All drawings of a segment. The names of their files are numbered in this order. */
export function segmentDrawings(segment: Segment): Drawing[] {
  return paintItems(segment).filter((item) => item.kind === 'drawing');
}

/** The items that are pictures rather than drawings. */
export function layersOnly(items: readonly PaintItem[]): Layer[] {
  return items.filter((item) => item.kind !== 'drawing');
}

function paintItems({ stack, next, over }: Segment): PaintItem[] {
  return [...stack.layers, ...(next?.layers ?? []), ...over];
}

/** The number of pictures that are encoded. */
export function pictureCount({ repeats, frameCount }: Segment): number {
  return repeats?.length ?? frameCount;
}
