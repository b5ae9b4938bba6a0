import type { FrameRate } from '../../project/types/index.js';
import { frameShownAt } from '../../time/frame-shown-at.js';
import type { RenderPlan, Segment } from '../segment/types.js';

/** A frame to show, in a plan that contains only the segments of such frames. */
export interface PickedStill {
  /** The frame in the whole video. */
  readonly frame: number;
  /** The frame among the segments of the smaller plan. */
  readonly shownAt: number;
  /** Whether the video ends before the requested time. */
  readonly isAfterEnd: boolean;
}

export interface PickedStills {
  readonly plan: RenderPlan;
  /** In the order of the times. */
  readonly stills: readonly PickedStill[];
}

/**
 * Reduces a plan to the segments that contain the frames at some times. The segments stay whole, so that the render
 * of the video takes them from the cache.
 */
export function pickStills(plan: RenderPlan, timesMs: readonly number[]): PickedStills {
  const wanted = timesMs.map((ms) => frameAt(ms, plan));
  const segments: Segment[] = [];
  const shownAt = new Map<number, number>();
  let [start, kept] = [0, 0];
  for (const segment of plan.segments) {
    const end = start + segment.frameCount;
    const inside = wanted.filter(({ frame }) => frame >= start && frame < end);
    for (const { frame } of inside) shownAt.set(frame, kept + frame - start);
    if (inside.length > 0) {
      segments.push(segment);
      kept += segment.frameCount;
    }
    start = end;
  }
  return {
    plan: { ...plan, segments, totalFrames: kept },
    stills: wanted.map((still) => ({ ...still, shownAt: shownAt.get(still.frame)! })),
  };
}

/** The frame that shows at a time; the last one if the video has ended. */
function frameAt(
  ms: number,
  { fps, totalFrames }: { readonly fps: FrameRate; readonly totalFrames: number },
): Pick<PickedStill, 'frame' | 'isAfterEnd'> {
  const frame = frameShownAt(ms / 1000, fps);
  return { frame: Math.min(totalFrames - 1, frame), isAfterEnd: frame >= totalFrames };
}
