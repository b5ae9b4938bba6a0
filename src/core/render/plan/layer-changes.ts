import type { FrameRate } from '../../project/types/index.js';
import { changedPoses } from '../../motion/changed-poses.js';
import { contentsOf } from '../../timeline/all-clips.js';
import type { ClipContent, ClipMovement, Timeline, VisualClip } from '../../timeline/types.js';
import { loopPasses } from './loop-passes.js';

/** Frames [from, to), each of which differs from the frame before. */
export interface ChangeRange {
  readonly from: number;
  readonly to: number;
}

/** Where a clip changes the picture: by itself, or by what is in it. */
export function clipChanges(clip: VisualClip, fps: FrameRate): ChangeRange[] {
  return [...ownChanges(clip, fps), ...contentsOf(clip).flatMap((one) => contentChanges(one, fps))];
}

/** Where the pictures in a group or a matte change it. Texts are left out. */
export function contentChanges({ visuals }: ClipContent, fps: FrameRate): ChangeRange[] {
  return visuals.flatMap((clip) => clipChanges(clip, fps));
}

/** At its start, at its end, and in each frame of a movement. */
function ownChanges(clip: VisualClip, fps: FrameRate): ChangeRange[] {
  const { startFrame, endFrame, fadeInFrames, fadeOutFrames } = clip;
  const edges = [
    { from: startFrame, to: startFrame + 1 },
    { from: endFrame, to: endFrame + 1 },
  ];
  const moves = clip.motion !== null || Boolean(clip.cornersAndRotation.rotation?.speed);
  if (moves || (clip.kind === 'video' && clip.freezeFrame === null)) {
    return [...edges, { from: startFrame, to: endFrame }];
  }
  if (clip.kind === 'video') {
    const played = loopPasses(clip, startFrame, endFrame, fps).filter(({ frozen }) => !frozen);
    // The first frozen frame differs from the last frame that was played.
    edges.push(...played.map(({ from, to }) => ({ from, to: Math.min(endFrame, to + 1) })));
  }
  if (clip.movement !== null) edges.push(...movementChanges(clip, clip.movement, fps));
  if (fadeInFrames > 0) {
    // The first frame at full strength differs from the last frame of the fade.
    edges.push({ from: startFrame, to: Math.min(endFrame, startFrame + fadeInFrames + 1) });
  }
  if (fadeOutFrames > 0) {
    edges.push({ from: Math.max(startFrame, endFrame - fadeOutFrames), to: endFrame });
  }
  return edges;
}

/** The frames in which the pose of a clip differs from that of the frame before. */
function movementChanges(
  { startFrame, endFrame }: VisualClip,
  { channels }: ClipMovement,
  fps: FrameRate,
): ChangeRange[] {
  const frames = changedPoses(channels, endFrame - startFrame, fps.num / fps.den);
  return frames.map((frame) => ({ from: startFrame + frame, to: startFrame + frame + 1 }));
}

/** All frames of a timeline in which the picture without captions may differ from the frame before. */
export function timelineChanges({ visuals, scenes, fps }: Timeline): ChangeRange[] {
  return [
    // Every frame of a transition differs, whatever the scenes show, and so does the first frame after it.
    ...scenes.map(({ startFrame }, index) => ({
      from: startFrame,
      to: Math.max(startFrame, scenes[index - 1]?.endFrame ?? 0) + 1,
    })),
    ...visuals.flatMap((clip) => clipChanges(clip, fps)),
  ];
}

/** The distinct frames of ranges and of single changes, ascending, within [0, totalFrames). */
export function changedFrames(
  ranges: readonly ChangeRange[],
  points: readonly number[],
  totalFrames: number,
): number[] {
  const changed = new Uint8Array(totalFrames);
  for (const { from, to } of ranges) changed.fill(1, Math.max(0, from), Math.max(0, to));
  for (const frame of points) if (frame >= 0 && frame < totalFrames) changed[frame] = 1;
  const frames: number[] = [];
  changed.forEach((differs, frame) => {
    if (differs === 1) frames.push(frame);
  });
  return frames;
}
