import type { Canvas, Drawing, Layer, PaintItem, Segment } from './types.js';

/** All layers of a segment, also those inside of groups and mattes. */
export function segmentLayers(segment: Segment): Layer[] {
  return itemsWithin(paintItems(segment), canvasesOf).filter((item) => item.kind !== 'drawing');
}

/** What a segment paints, without what is inside of groups and mattes. */
export function paintItems({ stack, next, over }: Segment): PaintItem[] {
  return [...stack.layers, ...(next?.layers ?? []), ...over];
}

/** The layers that one filtergraph paints, in the order of its inputs: also those inside of groups and mattes. */
export function paintedLayers(items: readonly PaintItem[]): Layer[] {
  return itemsWithin(items, paintedCanvases).filter((item) => item.kind !== 'drawing');
}

/** The drawings that one filtergraph paints. The names of their files are numbered in this order. */
export function paintedDrawings(items: readonly PaintItem[]): Drawing[] {
  return itemsWithin(items, paintedCanvases).filter((item) => item.kind === 'drawing');
}

/** What a layer contains: the canvas of a group, and that of a matte. */
export function canvasesOf({ canvas, matte }: Layer): Canvas[] {
  return [...(canvas ? [canvas] : []), ...(matte ? [matte.canvas] : [])];
}

/** The canvases of a layer that its own filtergraph paints. That of a group that moves has another one. */
export function paintedCanvases(layer: Layer): Canvas[] {
  return layer.path === null ? canvasesOf(layer) : canvasesOf({ ...layer, canvas: null });
}

function itemsWithin(
  items: readonly PaintItem[],
  canvases: (layer: Layer) => Canvas[],
): PaintItem[] {
  return items.flatMap((item) =>
    item.kind === 'drawing'
      ? [item]
      : [item, ...canvases(item).flatMap(({ layers }) => itemsWithin(layers, canvases))],
  );
}

/** The number of pictures that are encoded. */
export function pictureCount({ repeats, frameCount }: Segment): number {
  return repeats?.length ?? frameCount;
}
