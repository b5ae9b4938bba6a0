import type { MaskPicture, ShapePicture } from '../../raster/types.js';
import { picturesOnly, segmentLayers } from './segment-layers.js';
import type { Layer, Segment } from './types.js';
import { crossFadeStream, isSampled, type ViewStream, viewStream } from './views.js';

/**
 * An input of a segment's filtergraph: a source as it is, frames that the sampler makes of some, a
 * shape, or the mask of a layer that has another input already.
 */
export type SegmentInput =
  | { readonly kind: 'source'; readonly layer: Layer }
  | { readonly kind: 'shape'; readonly layer: Layer; readonly picture: ShapePicture }
  | { readonly kind: 'mask'; readonly layer: Layer; readonly picture: MaskPicture }
  /** `layer` is null for both scenes of a cross-fade together. */
  | { readonly kind: 'views'; readonly layer: Layer | null; readonly stream: ViewStream };

/** The inputs of a segment's filtergraph, in its order. */
export function segmentInputs(segment: Segment): SegmentInput[] {
  const fade = crossFadeStream(segment);
  const layers = fade === null ? segmentLayers(segment) : picturesOnly(segment.over);
  return [
    ...(fade === null ? [] : [{ kind: 'views' as const, layer: null, stream: fade }]),
    ...layers.map(inputOf),
    ...layers.flatMap((layer) =>
      layer.mask ? [{ kind: 'mask' as const, layer, picture: layer.mask }] : [],
    ),
  ];
}

function inputOf(layer: Layer): SegmentInput {
  if (layer.shape) return { kind: 'shape', layer, picture: layer.shape };
  return isSampled(layer)
    ? { kind: 'views', layer, stream: viewStream(layer) }
    : { kind: 'source', layer };
}
