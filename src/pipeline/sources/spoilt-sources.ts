import { segmentLayers } from '../../core/render/segment/segment-layers.js';
import type { RenderedSegment } from '../../engine/render/segments/segment-renderer.js';
import type { PlannedVideo } from '../plan-video.js';

/** A video with its segments as they came out. */
export interface RenderedPlan extends Pick<PlannedVideo, 'plan' | 'timeline'> {
  readonly rendered: readonly RenderedSegment[];
}

/**
 * The elements whose pictures could not all be decoded, as sentences, each once: of all that a segment
 * shows only videos are decoded for the first time when it is rendered.
 */
export function spoiltSources(videos: readonly RenderedPlan[]): string[] {
  const pointers = videos.flatMap(({ plan, timeline, rendered }) => {
    const layers = plan.segments
      .filter((_, index) => rendered[index]!.hasDecodeErrors)
      .flatMap(segmentLayers);
    const spoilt = new Set(layers.map(({ contentHash }) => contentHash));
    const isSpoilt = ({ kind, contentHash }: { kind: string; contentHash: string }) =>
      kind === 'video' && spoilt.has(contentHash);
    return timeline.visuals.filter(isSpoilt).map(({ pointer }) => pointer);
  });
  return [...new Set(pointers)].map(
    (pointer) => `The source at ${pointer} is damaged: some of its pictures cannot be decoded.`,
  );
}
