import { hasTransparency } from './transparency.js';
import type { Layer, PaintItem, Stack } from './types.js';

interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** Whether a layer hides everything below it while it shows. */
function isOpaqueOver(layer: Layer, { width, height }: FrameSize): boolean {
  return (
    !hasTransparency(layer) &&
    layer.x <= 0 &&
    layer.y <= 0 &&
    layer.x + layer.width >= width &&
    layer.y + layer.height >= height
  );
}

/** Whether a layer can itself be the bottom picture: opaque, at the origin, and as large as the frame. */
export function coversFrame(layer: Layer, frame: FrameSize): boolean {
  const isAtOrigin = layer.x === 0 && layer.y === 0;
  const isSameSize = layer.width === frame.width && layer.height === frame.height;
  return isAtOrigin && isSameSize && layer.start === 0 && isOpaqueOver(layer, frame);
}

/**
 * The layers, from index `first` on, that follow each other without a gap over all pictures, as the
 * passes of a loop do. Empty if they leave out a picture.
 */
function consecutiveLayers(
  items: readonly PaintItem[],
  first: number,
  pictures: number,
  matches: (layer: Layer) => boolean,
): Layer[] {
  const layers: Layer[] = [];
  for (let reached = 0; reached < pictures;) {
    const item = items[first + layers.length];
    if (item === undefined || item.kind === 'drawing') return [];
    if (item.start !== reached || !matches(item)) return [];
    layers.push(item);
    reached = item.end;
  }
  return layers;
}

/** The lowest layers, if together they are the bottom picture. Empty if the background is. */
export function bottomLayers(
  items: readonly PaintItem[],
  frame: FrameSize,
  pictures: number,
): Layer[] {
  return consecutiveLayers(items, 0, pictures, (layer) =>
    coversFrame({ ...layer, start: 0 }, frame),
  );
}

/**
 * A stack without the layers that are hidden all the time. They need not be decoded, and a change to
 * them does not change the segment.
 */
export function withoutHidden(stack: Stack, frame: FrameSize, pictures: number): Stack {
  const cover = stack.layers.findLastIndex(
    (_, index) =>
      consecutiveLayers(stack.layers, index, pictures, (layer) => isOpaqueOver(layer, frame))
        .length > 0,
  );
  if (cover < 0) return stack;
  const layers = stack.layers.slice(cover);
  const isCovered = bottomLayers(layers, frame, pictures).length > 0;
  return { backgroundColor: isCovered ? '#000000' : stack.backgroundColor, layers };
}
