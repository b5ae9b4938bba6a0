import { picturesOnly, segmentLayers } from './segment-layers.js';
import type { Layer, Segment } from './types.js';
import { crossFadeStream, isSampled, type ViewStream, viewStream } from './views.js';

/** An input of a segment's filtergraph: a source as it is, or frames that the sampler makes of some. */
export type SegmentInput =
  | { readonly kind: 'source'; readonly layer: Layer }
  /** `layer` is null for both scenes of a cross-fade together. */
  | { readonly kind: 'views'; readonly layer: Layer | null; readonly stream: ViewStream };

/** The inputs of a segment's filtergraph, in its order. */
export function segmentInputs(segment: Segment): SegmentInput[] {
  const fade = crossFadeStream(segment);
  return fade === null
    ? segmentLayers(segment).map(inputOf)
    : [{ kind: 'views', layer: null, stream: fade }, ...picturesOnly(segment.over).map(inputOf)];
}

function inputOf(layer: Layer): SegmentInput {
  return isSampled(layer)
    ? { kind: 'views', layer, stream: viewStream(layer) }
    : { kind: 'source', layer };
}
