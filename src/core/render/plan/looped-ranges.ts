import type { FrameRate } from '../../project/types/index.js';
import type { Size } from '../../timeline/box.js';
import { inParts, LONGEST, type SegmentRange } from './segment-ranges.js';

/** Each pass begins with a key picture, so a short one costs more bytes than it saves work. */
const SHORTEST_PASS_SECONDS = 2;
/** Together they are one segment, all of which is rendered again if its captions change. */
const LONGEST_LOOP_SECONDS = 20;
/** The passes after the first are encoded side by side. Each encoder takes about 100 MB at 1080p. */
const MOST_PASSES = 5;
/** Of the frames of all passes after the first together, so that large ones take no more memory: two passes in 4K. */
const MOST_PIXELS = 3840 * 2160;

/** What a loop is divided for. */
export interface LoopFrame extends Size {
  readonly fps: FrameRate;
}

/** Frames [from, to) of a pass. */
export interface PassFrames {
  readonly from: number;
  readonly to: number;
}

/**
 * Divides a moving range at the restarts of a loop. Passes that repeat the first of them become one range. What lies
 * between is divided as if there was no loop.
 *
 * @param restarts frames within the range, ascending
 * @param repeats whether a pass shows what the frames of another one show, or their start if it is shorter, but for captions
 */
export function divideIntoLoops(
  { from, to }: PassFrames,
  restarts: readonly number[],
  { width, height, fps }: LoopFrame,
  repeats: (first: PassFrames, other: PassFrames) => boolean,
): SegmentRange[] {
  const frames = (seconds: number) => Math.max(1, Math.round((seconds * fps.num) / fps.den));
  const [shortest, longest] = [frames(SHORTEST_PASS_SECONDS), frames(LONGEST_LOOP_SECONDS)];
  const most = Math.min(MOST_PASSES, 1 + Math.max(1, Math.floor(MOST_PIXELS / (width * height))));
  const edges = [from, ...restarts, to];
  const passAt = (index: number) => ({ from: edges[index]!, to: edges[index + 1]! });
  /** The number of passes from this one on that make a range. */
  const countFrom = (index: number): number => {
    const first = passAt(index);
    const length = first.to - first.from;
    if (length < shortest) return 1;
    let count = 1;
    for (; count < most && index + count + 1 < edges.length; count++) {
      const other = passAt(index + count);
      const own = other.to - other.from;
      if (own > length || other.to - first.from > longest || !repeats(first, other)) break;
      if (own < length) return count + 1;
    }
    return count;
  };
  const ranges: SegmentRange[] = [];
  let reached = from;
  const divideUntil = (end: number) =>
    ranges.push(...inParts(reached, end, true, frames(LONGEST.movingSeconds)));
  for (let index = 0; index + 1 < edges.length;) {
    const count = countFrom(index);
    if (count > 1) {
      const [first, end] = [passAt(index), edges[index + count]!];
      divideUntil(first.from);
      ranges.push({ from: first.from, to: end, moving: true, passFrames: first.to - first.from });
      reached = end;
    }
    index += count;
  }
  divideUntil(to);
  return ranges;
}
