import type { FrameRate } from '../../project/types/index.js';
import type { Size } from '../../timeline/box.js';
import { frameShownAt } from '../../time/frame-shown-at.js';
import { alignNearest } from '../../util/align.js';
import type { Segment } from '../segment/types.js';
import type { SegmentPlanner } from './build-plan.js';

/** Short segments, so that a draft plays as soon as the first one is rendered. */
const DRAFT = { movingSeconds: 2, stillSeconds: 10 };

/** A frame of a video, as one picture of a segment. */
export interface FramePlan {
  readonly segment: Segment;
  /** The picture of the segment that is the frame. */
  readonly picture: number;
}

/** Frames [from, to) of a video, and their segments. */
export interface DraftPlan {
  readonly from: number;
  readonly to: number;
  readonly segments: readonly DraftSegment[];
}

/** A segment that starts at a frame of the video. */
export interface DraftSegment {
  readonly from: number;
  readonly segment: Segment;
}

/**
 * Plans the render of a single frame: a segment of this frame alone, or all of a transition, whose filters count from
 * its first frame.
 */
export function planFrame(planner: SegmentPlanner, frame: number): FramePlan {
  const section = planner.sections.find(({ from, to }) => frame >= from && frame < to);
  if (section === undefined) throw new Error(`the video has no frame ${frame}`);
  const { from, to, next } = section;
  if (next !== null) {
    return { segment: planner.segment(section, { from, to, moving: true }), picture: frame - from };
  }
  const range = { from: frame, to: frame + 1, moving: false };
  return { segment: planner.segment(section, range), picture: 0 };
}

/**
 * Plans a draft of the frames [from, to): short segments of small pictures. A draft starts and ends with whole segments,
 * which are the same for any range that contains them, so that they are found in the cache.
 *
 * @param size of the pictures
 */
export function planDraft(
  planner: SegmentPlanner,
  { from, to }: { readonly from: number; readonly to: number },
  size: Size,
): DraftPlan {
  const parts = planner.sections.flatMap((section) => {
    const whole = [{ from: section.from, to: section.to, moving: true }];
    const ranges = section.next === null ? planner.rangesOf(section, DRAFT) : whole;
    return ranges
      .filter((range) => range.from < to && range.to > from)
      .map((range) => ({ section, range }));
  });
  return {
    from: parts[0]?.range.from ?? from,
    to: parts.at(-1)?.range.to ?? to,
    segments: parts.map(({ section, range }) => ({
      from: range.from,
      segment: { ...planner.segment(section, range), encodedSize: size },
    })),
  };
}

/** The size of a frame that is at most so wide, with the same proportions and even sides. */
export function smallerSize({ width, height }: Size, maxWidth: number): Size {
  if (width <= maxWidth) return { width, height };
  const smaller = Math.max(2, maxWidth - (maxWidth % 2));
  return { width: smaller, height: Math.max(2, alignNearest((height * smaller) / width, 2)) };
}

/** The frame that shows at a time in seconds; the last one if the video has ended. */
export function frameAt(
  seconds: number,
  { fps, totalFrames }: { readonly fps: FrameRate; readonly totalFrames: number },
): number {
  return Math.max(0, Math.min(totalFrames - 1, frameShownAt(seconds, fps)));
}
