import type { FrameRate } from '../../project/types/index.js';
import { firstAtOrAfter } from '../../time/first-at-or-after.js';

/** A player that seeks decodes from the key frame before: no further than this. */
export const LONGEST_GROUP_SECONDS = 5;

/** The pictures of a stretch: which frames are encoded, and how long each is shown. */
export interface Pictures {
  /** Absolute frames that are encoded, ascending; the first is the stretch's first. */
  readonly frames: readonly number[];
  /** Frames each is shown for. */
  readonly repeats: readonly number[];
  /** Indices into `frames` of key pictures. */
  readonly keys: readonly number[];
  /**
   * The picture shown in an absolute frame. Frames before the stretch count backwards from its first,
   * as what moves there moves frame by frame.
   */
  readonly indexOf: (frame: number) => number;
}

/**
 * The pictures of frames [from, to): one for each frame that differs from the one before, and key
 * pictures no further apart than {@link LONGEST_GROUP_SECONDS}, at a change where there is one.
 *
 * @param changes frames that differ from the one before, ascending; others than those are ignored
 */
export function picturesOf(
  changes: readonly number[],
  from: number,
  to: number,
  fps: FrameRate,
): Pictures {
  const longest = Math.max(1, Math.floor((LONGEST_GROUP_SECONDS * fps.num) / fps.den));
  const distinct = [from, ...changes.filter((frame) => frame > from && frame < to)];
  const keyFrames = keyFramesOf(distinct, to, longest);
  const frames = [...new Set([...distinct, ...keyFrames])].sort((a, b) => a - b);
  const isKey = new Set(keyFrames);
  return {
    frames,
    repeats: frames.map((frame, index) => (frames[index + 1] ?? to) - frame),
    keys: frames.flatMap((frame, index) => (isKey.has(frame) ? [index] : [])),
    indexOf: (frame) => (frame <= from ? frame - from : firstAtOrAfter(frames, frame)),
  };
}

/**
 * From each key frame to the last change within reach, or as far as it may be where what changes lies
 * so near that a key picture there would only cost.
 */
function keyFramesOf(distinct: readonly number[], to: number, longest: number): number[] {
  const keys = [distinct[0]!];
  for (let next = 0; ;) {
    const key = keys.at(-1)!;
    if (key + longest >= to) return keys;
    while (next + 1 < distinct.length && distinct[next + 1]! <= key + longest) next++;
    const change = distinct[next]!;
    keys.push(change > key + longest / 2 ? change : key + longest);
  }
}
