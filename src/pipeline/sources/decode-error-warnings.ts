import { allVisuals } from '../../core/timeline/all-clips.js';
import { segmentLayers } from '../../core/render/segment/segment-layers.js';
import type { RenderedSegment } from '../../engine/render/segments/segment-renderer.js';
import type { PlannedVideo } from '../types/planned-video.js';

interface RenderedVideo {
  readonly planned: Pick<PlannedVideo, 'plan' | 'timeline'>;
  /** In the order of the plan. */
  readonly rendered: readonly RenderedSegment[];
}

/**
 * Returns a warning for each element with pictures that could not be decoded. Only videos are first decoded
 * when a segment is rendered. Probing finds the damage in all other sources.
 */
export function decodeErrorWarnings(videos: readonly RenderedVideo[]): string[] {
  const pointers = videos.flatMap(({ planned: { plan, timeline }, rendered }) => {
    const layers = plan.segments
      .filter((_, index) => rendered[index]!.hasDecodeErrors)
      .flatMap(segmentLayers);
    const damaged = new Set(layers.map(({ contentHash }) => contentHash));
    return allVisuals(timeline.visuals)
      .filter(({ kind, contentHash }) => kind === 'video' && damaged.has(contentHash))
      .map(({ pointer }) => pointer);
  });
  return [...new Set(pointers)].map(
    (pointer) => `The source at ${pointer} is damaged: some of its pictures cannot be decoded.`,
  );
}
