import type { Canvas, Drawing, Layer, PaintItem, Segment } from './types.js';

/** All layers of a segment, in the order of its inputs. */
export function segmentLayers(segment: Segment): Layer[] {
  return layersOnly(paintItems(segment));
}

/** All drawings of a segment. The names of their files are numbered in this order. */
export function segmentDrawings(segment: Segment): Drawing[] {
  return paintItems(segment).filter((item) => item.kind === 'drawing');
}

/** The items that are pictures rather than drawings, with those inside of groups and mattes. */
export function layersOnly(items: readonly PaintItem[]): Layer[] {
  return allItems(items).filter((item) => item.kind !== 'drawing');
}

/** What a layer contains: the canvas of a group, and that of a matte. */
export function canvasesOf({ canvas, matte }: Layer): Canvas[] {
  return [...(canvas ? [canvas] : []), ...(matte ? [matte.canvas] : [])];
}

function paintItems({ stack, next, over }: Segment): PaintItem[] {
  return allItems([...stack.layers, ...(next?.layers ?? []), ...over]);
}

function allItems(items: readonly PaintItem[]): PaintItem[] {
  return items.flatMap((item) =>
    item.kind === 'drawing'
      ? [item]
      : [item, ...canvasesOf(item).flatMap(({ layers }) => allItems(layers))],
  );
}

/** The number of pictures that are encoded. */
export function pictureCount({ repeats, frameCount }: Segment): number {
  return repeats?.length ?? frameCount;
}
