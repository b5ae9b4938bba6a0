import { segmentLayers } from '../../core/render/segment/segment-layers.js';
import type { RenderedSegment } from '../../engine/render/segments/segment-renderer.js';
import type { PlannedVideo } from '../types/planned-video.js';

interface RenderedVideo {
  readonly planned: Pick<PlannedVideo, 'plan' | 'timeline'>;
  /** In the order of the plan. */
  readonly rendered: readonly RenderedSegment[];
}

/**
 * Names each element once whose pictures could not all be decoded. Only videos are decoded for the first
 * time when a segment is rendered; probing finds damage in everything else.
 */
export function decodeErrorWarnings(videos: readonly RenderedVideo[]): string[] {
  const pointers = videos.flatMap(({ planned: { plan, timeline }, rendered }) => {
    const layers = plan.segments
      .filter((_, index) => rendered[index]!.hasDecodeErrors)
      .flatMap(segmentLayers);
    const damaged = new Set(layers.map(({ contentHash }) => contentHash));
    return timeline.visuals
      .filter(({ kind, contentHash }) => kind === 'video' && damaged.has(contentHash))
      .map(({ pointer }) => pointer);
  });
  return [...new Set(pointers)].map(
    (pointer) => `The source at ${pointer} is damaged: some of its pictures cannot be decoded.`,
  );
}
