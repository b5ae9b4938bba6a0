import { isSeeThrough } from './transparency.js';
import type { Layer, Stack } from './types.js';

interface Extent {
  readonly width: number;
  readonly height: number;
}

/** True: nothing below a layer is ever seen, as long as the layer is there. */
function isOpaqueOver(layer: Layer, { width, height }: Extent): boolean {
  return (
    !isSeeThrough(layer) &&
    layer.x <= 0 &&
    layer.y <= 0 &&
    layer.x + layer.width >= width &&
    layer.y + layer.height >= height
  );
}

/** True for a layer that can be the bottom picture itself: opaque, of the frame's size, at its place. */
export function coversFrame(layer: Layer, frame: Extent): boolean {
  const exact = layer.x === 0 && layer.y === 0;
  const same = layer.width === frame.width && layer.height === frame.height;
  return exact && same && layer.start === 0 && isOpaqueOver(layer, frame);
}

/**
 * A stack without what is covered all the time: it need not be decoded, and when it changes the
 * segment stays the same.
 */
export function withoutHidden(stack: Stack, frame: Extent, pictures: number): Stack {
  const cover = stack.layers.findLastIndex(
    (paint) =>
      paint.kind !== 'drawing' &&
      paint.start === 0 &&
      paint.end >= pictures &&
      isOpaqueOver(paint, frame),
  );
  if (cover < 0) return stack;
  const covered = coversFrame(stack.layers[cover] as Layer, frame);
  return {
    backgroundColor: covered ? '#000000' : stack.backgroundColor,
    layers: stack.layers.slice(cover),
  };
}
