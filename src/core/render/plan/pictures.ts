import type { FrameRate } from '../../project/types/index.js';
import { firstAtOrAfter } from '../../time/first-at-or-after.js';

/** The most frames from one key picture to the next. */
export function longestGroup({ num, den }: FrameRate, keySeconds: number): number {
  return Math.max(1, Math.floor((keySeconds * num) / den));
}

/** The pictures of a range: which frames are encoded, and how long each is shown. */
export interface Pictures {
  /** Absolute frames that are encoded, ascending. The first frame of the range is always encoded. */
  readonly frames: readonly number[];
  /** The number of frames for which each picture is shown. */
  readonly repeats: readonly number[];
  /** Indices into `frames` of key pictures. */
  readonly keys: readonly number[];
  /**
   * Index of the picture that an absolute frame shows. Frames before the range count backward from its first,
   * because movements before it advance frame by frame.
   */
  readonly indexOf: (frame: number) => number;
}

/**
 * The pictures of frames [from, to): one for each frame that differs from the frame before. Key pictures are
 * at most `longest` frames apart, and
 * there are no more of them than this takes. They lie at a change where possible.
 *
 * @param changes frames that differ from the frame before, ascending; frames outside the range are ignored
 */
export function picturesOf(
  changes: readonly number[],
  from: number,
  to: number,
  longest: number,
): Pictures {
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
 * Places each key frame at the last change within reach of the one before. If the rest would need another key frame
 * from there, the key frame is as far away as allowed: a key frame costs far more bytes than a change.
 */
function keyFramesOf(distinct: readonly number[], to: number, longest: number): number[] {
  const keys = [distinct[0]!];
  for (let next = 0; ;) {
    const reach = keys.at(-1)! + longest;
    if (reach >= to) return keys;
    while (next + 1 < distinct.length && distinct[next + 1]! <= reach) next++;
    const change = distinct[next]!;
    const isEnough = Math.ceil((to - change) / longest) <= Math.ceil((to - reach) / longest);
    keys.push(isEnough ? change : reach);
  }
}
