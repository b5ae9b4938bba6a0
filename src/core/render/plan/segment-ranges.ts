import type { FrameRate } from '../../project/types/index.js';

/** Frames [from, to) that are rendered as one segment. */
export interface SegmentRange {
  readonly from: number;
  readonly to: number;
  /**
   * True if every frame is encoded, because most frames differ. False if only frames that differ are encoded.
   */
  readonly moving: boolean;
  /** The frames of a pass, if the range consists of passes of a loop in which only captions differ. The last may be shorter. */
  readonly passFrames?: number;
}

/** Changes this close together count as one movement, in which at least half of the frames differ. */
const GAP_FRAMES = 2;
/** Shorter movements stay in a still range, because a separate segment costs a key frame. */
const SHORTEST_MOVING_SECONDS = 0.75;
/** Shorter pauses between two movements are encoded with them. */
const SHORTEST_STILL_SECONDS = 0.5;
/** Longer ranges are divided. */
export interface LongestRanges {
  readonly movingSeconds: number;
  readonly stillSeconds: number;
}

/** So that one scene can use every core and a change costs less. */
export const LONGEST: LongestRanges = { movingSeconds: 10, stillSeconds: 30 };

/**
 * Divides frames [from, to) into still and moving ranges.
 *
 * The division depends only on the changes within [from, to), counted from `from`, so a scene is divided the
 * same way wherever it is.
 *
 * @param changes frames that differ from the frame before, ascending
 */
export function divideIntoRanges(
  changes: readonly number[],
  from: number,
  to: number,
  fps: FrameRate,
  { movingSeconds, stillSeconds }: LongestRanges = LONGEST,
): SegmentRange[] {
  const frames = (seconds: number) => Math.max(1, Math.round((seconds * fps.num) / fps.den));
  const movements = movementsOf(changes, from, to)
    .filter(({ start, end }) => end - start >= frames(SHORTEST_MOVING_SECONDS))
    .reduce<Movement[]>((merged, next) => {
      const last = merged.at(-1);
      if (last && next.start - last.end < frames(SHORTEST_STILL_SECONDS)) last.end = next.end;
      else merged.push({ ...next });
      return merged;
    }, []);

  const stretches: SegmentRange[] = [];
  let reached = from;
  for (const { start, end } of movements) {
    stretches.push(...inParts(reached, start, false, frames(stillSeconds)));
    stretches.push(...inParts(start, end, true, frames(movingSeconds)));
    reached = end;
  }
  stretches.push(...inParts(reached, to, false, frames(stillSeconds)));
  return stretches;
}

interface Movement {
  start: number;
  end: number;
}

function movementsOf(changes: readonly number[], from: number, to: number): Movement[] {
  const movements: Movement[] = [];
  for (const frame of changes) {
    if (frame < from || frame >= to) continue;
    const last = movements.at(-1);
    if (last && frame - last.end < GAP_FRAMES) last.end = frame + 1;
    else movements.push({ start: frame, end: frame + 1 });
  }
  return movements;
}

/** Divides a range into parts of nearly equal length, none longer than `longest`, which may be infinite. */
export function inParts(
  from: number,
  to: number,
  moving: boolean,
  longest: number,
): SegmentRange[] {
  const count = to > from ? Math.max(1, Math.ceil((to - from) / longest)) : 0;
  const edge = (part: number) => from + Math.round(((to - from) * part) / count);
  return Array.from({ length: count }, (_, part) => ({
    from: edge(part),
    to: edge(part + 1),
    moving,
  }));
}
