import { type Channel, hides, poseAt, poseMatrix } from '../../motion/pose.js';
import { type Matrix, multiply, scaling, translation } from '../../motion/matrix.js';
import type { FrameRate } from '../../project/types/index.js';
import type { Region } from './regions.js';
import { viewportAt } from './viewport.js';

/** How a layer moves from picture to picture. The sampler makes its frames. */
export interface MotionPath {
  /** Where the frames of the sampler lie, at whole and even pixels of the output. */
  readonly area: Region;
  /** The box of the layer at rest, in pixels of the output. */
  readonly rest: Region;
  /** The point about which it turns and grows, at rest. */
  readonly anchor: { readonly x: number; readonly y: number };
  readonly channels: readonly Channel[];
  /** The part of the picture that fills the box, in the first and the last of `count` frames of the clip. */
  readonly view: { readonly from: Region; readonly to: Region; readonly count: number };
  /** True if each picture of a video is shown once. False if one picture moves. */
  readonly plays: boolean;
  /** True if the picture shows only within the box, which its edges then cut exactly. */
  readonly clips: boolean;
  /** True if the edge of the picture repeats outside of it. False if it is transparent there. */
  readonly repeatsEdge: boolean;
  /** Radius of the corners of the box if it clips, in pixels of the output. */
  readonly radius: number;
  /** The frames of the clip that the pictures show, as runs of consecutive ones. */
  readonly frames: readonly FrameRun[];
  readonly fps: FrameRate;
}

/** Consecutive frames: the first, counted from the start of the clip, and their number. */
export type FrameRun = readonly [first: number, count: number];

/** How the sampler draws a picture. Coordinates of the picture count from its top left corner. */
export interface SampleStep {
  /** From the picture to the output. */
  readonly matrix: Matrix;
  readonly clip: SampleClip | null;
  readonly opacity: number;
  /** Standard deviation in pixels of the picture. */
  readonly blur: number;
}

/** The part of the picture that shows, in pixels of the picture. */
export interface SampleClip extends Region {
  readonly radius: number;
  readonly circle: { readonly x: number; readonly y: number; readonly radius: number } | null;
}

/** Consecutive frames as runs. */
export function toFrameRuns(frames: readonly number[]): FrameRun[] {
  const runs: [number, number][] = [];
  for (const frame of frames) {
    const last = runs.at(-1);
    if (last && last[0] + last[1] === frame) last[1]++;
    else runs.push([frame, 1]);
  }
  return runs;
}

/** The frame of the clip that picture `n` shows. */
export function frameOfPicture({ frames }: Pick<MotionPath, 'frames'>, n: number): number {
  let rest = n;
  for (const [first, count] of frames) {
    if (rest < count) return first + rest;
    rest -= count;
  }
  const [first, count] = frames.at(-1)!;
  return first + count - 1;
}

/** How picture `n` is drawn, or null if nothing of it shows. */
export function sampleStep(path: MotionPath, n: number): SampleStep | null {
  const { rest, anchor, channels, fps } = path;
  const frame = frameOfPicture(path, n);
  const pose = poseAt(channels, (frame * fps.den) / fps.num);
  if (hides(pose)) return null;
  const share = {
    x: (anchor.x - rest.x) / rest.width,
    y: (anchor.y - rest.y) / rest.height,
  };
  const base = viewportAt({ ...path.view, offset: frame }, 0);
  const size = pose['view-scale'];
  const view = {
    x: base.x + base.width * (share.x - (share.x + pose['view-x']) / size),
    y: base.y + base.height * (share.y - (share.y + pose['view-y']) / size),
    width: base.width / size,
    height: base.height / size,
  };
  const across = rest.width / view.width;
  const down = rest.height / view.height;
  const matrix = multiply(
    poseMatrix(pose, anchor),
    translation(rest.x, rest.y),
    scaling(across, down),
    translation(-view.x, -view.y),
  );
  const isCropped = ['crop-left', 'crop-right', 'crop-top', 'crop-bottom'] as const;
  const hasClip = path.clips || pose.circle < 1 || isCropped.some((crop) => pose[crop] > 0);
  return {
    matrix,
    clip: hasClip
      ? {
          x: view.x + view.width * pose['crop-left'],
          y: view.y + view.height * pose['crop-top'],
          width: view.width * (1 - pose['crop-left'] - pose['crop-right']),
          height: view.height * (1 - pose['crop-top'] - pose['crop-bottom']),
          radius: path.clips ? path.radius / across : 0,
          circle:
            pose.circle < 1
              ? {
                  x: view.x + view.width * share.x,
                  y: view.y + view.height * share.y,
                  radius: (pose.circle * reach(rest, anchor)) / across,
                }
              : null,
        }
      : null,
    opacity: Math.min(1, pose.opacity),
    blur: Math.max(0, pose.blur) / across,
  };
}

/** The distance from the anchor to the farthest corner of the box. */
function reach({ x, y, width, height }: Region, anchor: MotionPath['anchor']): number {
  return Math.hypot(
    Math.max(Math.abs(anchor.x - x), Math.abs(x + width - anchor.x)),
    Math.max(Math.abs(anchor.y - y), Math.abs(y + height - anchor.y)),
  );
}
