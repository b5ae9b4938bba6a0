import { type Channel, isSamePose, movingSpans, type Pose, poseAt } from './pose.js';

/**
 * The frames of an element, counted from its start, whose pose differs from that of the frame before. Ascending.
 *
 * @param count length of the element in frames
 * @param rate frames in a second
 */
export function changedPoses(channels: readonly Channel[], count: number, rate: number): number[] {
  const near = new Uint8Array(count);
  for (const { from, to } of movingSpans(channels)) {
    near.fill(1, Math.max(1, Math.floor(from * rate)), Math.min(count, Math.ceil(to * rate) + 1));
  }
  const poseOf = onceForLast((frame: number) => poseAt(channels, frame / rate));
  const changed: number[] = [];
  near.forEach((isNear, frame) => {
    if (isNear === 1 && !isSamePose(poseOf(frame - 1), poseOf(frame))) changed.push(frame);
  });
  return changed;
}

/** Keeps the last two results, because frames are compared in order. */
function onceForLast(make: (frame: number) => Pose): (frame: number) => Pose {
  let known: { frame: number; value: Pose }[] = [];
  return (frame) => {
    const found = known.find((one) => one.frame === frame);
    if (found) return found.value;
    const value = make(frame);
    known = [...known.slice(-1), { frame, value }];
    return value;
  };
}
