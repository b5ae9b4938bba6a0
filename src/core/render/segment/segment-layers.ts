import type { Drawing, Layer, PaintItem, Segment } from './types.js';

/** All layers of a segment in the order of its inputs. */
export function segmentLayers(segment: Segment): Layer[] {
  return picturesOnly(paints(segment));
}

/** All drawings of a segment; the names of their files count them in this order. */
export function segmentDrawings(segment: Segment): Drawing[] {
  return paints(segment).filter((paint) => paint.kind === 'drawing');
}

/** What is shown rather than drawn. */
export function picturesOnly(painted: readonly PaintItem[]): Layer[] {
  return painted.filter((paint) => paint.kind !== 'drawing');
}

function paints({ stack, next, over }: Segment): PaintItem[] {
  return [...stack.layers, ...(next?.layers ?? []), ...over];
}

/** How many pictures are encoded. */
export function pictureCount({ repeats, frameCount }: Segment): number {
  return repeats?.length ?? frameCount;
}
