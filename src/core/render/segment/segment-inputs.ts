import type { MaskPicture, ShapePicture } from '../../raster/types.js';
import { paintedLayers, paintItems } from './segment-layers.js';
import { type MotionStream, motionStream } from './motion-stream.js';
import type { Layer, PaintItem, Segment } from './types.js';
import { crossFadeStream, isSampled, type ViewStream, viewStream } from './views.js';

/**
 * An input of a filtergraph: a source, frames from the sampler, a shape, or the mask or the border of
 * a layer that also has another input.
 */
export type SegmentInput =
  | { readonly kind: 'source'; readonly layer: Layer }
  | { readonly kind: 'shape'; readonly layer: Layer; readonly picture: ShapePicture }
  | { readonly kind: 'mask'; readonly layer: Layer; readonly picture: MaskPicture }
  | { readonly kind: 'border'; readonly layer: Layer; readonly picture: ShapePicture }
  /** `layer` is null if the stream holds both scenes of a cross-fade. */
  | { readonly kind: 'views'; readonly layer: Layer | null; readonly stream: ViewStream }
  /** A layer that moves. */
  | { readonly kind: 'motion'; readonly layer: Layer; readonly stream: MotionStream };

/** The inputs of a segment's filtergraph, in order. */
export function segmentInputs(segment: Segment): SegmentInput[] {
  const fade = crossFadeStream(segment);
  if (fade === null) return inputsOf(paintItems(segment));
  return [{ kind: 'views', layer: null, stream: fade }, ...inputsOf(segment.over)];
}

/** The inputs with which one filtergraph paints items, in order. */
export function inputsOf(items: readonly PaintItem[]): SegmentInput[] {
  const layers = paintedLayers(items);
  // The sampler reads pictures that have their mask and their border.
  const atRest = layers.filter(({ path }) => path === null);
  return [
    ...layers.filter(({ canvas, path }) => canvas === null || path !== null).map(inputOf),
    ...atRest.flatMap((layer) =>
      layer.mask ? [{ kind: 'mask' as const, layer, picture: layer.mask }] : [],
    ),
    ...atRest.flatMap((layer) =>
      layer.border ? [{ kind: 'border' as const, layer, picture: layer.border }] : [],
    ),
  ];
}

function inputOf(layer: Layer): SegmentInput {
  if (layer.path) return { kind: 'motion', layer, stream: motionStream(layer, layer.path) };
  if (layer.shape) return { kind: 'shape', layer, picture: layer.shape };
  return isSampled(layer)
    ? { kind: 'views', layer, stream: viewStream(layer) }
    : { kind: 'source', layer };
}
