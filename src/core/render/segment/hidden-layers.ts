import { isSeeThrough } from './transparency.js';
import type { Layer, PaintItem, Stack } from './types.js';

interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** True: nothing below a layer is ever seen, as long as the layer is there. */
function isOpaqueOver(layer: Layer, { width, height }: FrameSize): boolean {
  return (
    !isSeeThrough(layer) &&
    layer.x <= 0 &&
    layer.y <= 0 &&
    layer.x + layer.width >= width &&
    layer.y + layer.height >= height
  );
}

/** True for a layer that can be the bottom picture itself: opaque, of the frame's size, at its place. */
export function coversFrame(layer: Layer, frame: FrameSize): boolean {
  const exact = layer.x === 0 && layer.y === 0;
  const same = layer.width === frame.width && layer.height === frame.height;
  return exact && same && layer.start === 0 && isOpaqueOver(layer, frame);
}

/**
 * The layers from `first` on that follow each other without a gap over all pictures, as the rounds of
 * a loop do; none where they leave a picture out.
 */
function consecutiveLayers(
  paints: readonly PaintItem[],
  first: number,
  pictures: number,
  wanted: (layer: Layer) => boolean,
): Layer[] {
  const relay: Layer[] = [];
  for (let reached = 0; reached < pictures;) {
    const paint = paints[first + relay.length];
    if (paint === undefined || paint.kind === 'drawing') return [];
    if (paint.start !== reached || !wanted(paint)) return [];
    relay.push(paint);
    reached = paint.end;
  }
  return relay;
}

/** The lowest layers, where they are together the bottom picture itself; none: the background is. */
export function bottomLayers(paints: readonly PaintItem[], frame: FrameSize, pictures: number): Layer[] {
  return consecutiveLayers(paints, 0, pictures, (layer) => coversFrame({ ...layer, start: 0 }, frame));
}

/**
 * A stack without what is covered all the time: it need not be decoded, and when it changes the
 * segment stays the same.
 */
export function withoutHidden(stack: Stack, frame: FrameSize, pictures: number): Stack {
  const cover = stack.layers.findLastIndex(
    (_, index) =>
      consecutiveLayers(stack.layers, index, pictures, (layer) => isOpaqueOver(layer, frame)).length > 0,
  );
  if (cover < 0) return stack;
  const layers = stack.layers.slice(cover);
  const covered = bottomLayers(layers, frame, pictures).length > 0;
  return { backgroundColor: covered ? '#000000' : stack.backgroundColor, layers };
}
