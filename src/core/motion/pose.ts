import { changingSpans, type Span, type Track, valueAt } from './keyframes.js';
import { type Matrix, multiply, rotation, scaling, skewing, translation } from './matrix.js';

/** How several changes of the same property at the same time become one. */
type Combination = 'sum' | 'product' | 'largest' | 'smallest';

/**
 * What can move, and its value at rest.
 *
 * - `x`, `y`: pixels from the place at rest.
 * - `scale-x`, `scale-y`: factors; negative ones mirror. `rotation`, `skew-x`, `skew-y`: degrees.
 * - `opacity`: a factor. `blur`: the standard deviation in pixels.
 * - `crop-*`: shares of the box that are cut off. `circle`: the radius of a circle that cuts the rest off, as a share of the one
 *   that reaches all corners.
 * - `view-x`, `view-y`: how far the content has moved behind its box, in shares of the box. `view-scale`: its size behind it.
 */
const PROPERTIES = {
  x: [0, 'sum'],
  y: [0, 'sum'],
  'scale-x': [1, 'product'],
  'scale-y': [1, 'product'],
  rotation: [0, 'sum'],
  'skew-x': [0, 'sum'],
  'skew-y': [0, 'sum'],
  opacity: [1, 'product'],
  blur: [0, 'sum'],
  'crop-left': [0, 'largest'],
  'crop-right': [0, 'largest'],
  'crop-top': [0, 'largest'],
  'crop-bottom': [0, 'largest'],
  circle: [1, 'smallest'],
  'view-x': [0, 'sum'],
  'view-y': [0, 'sum'],
  'view-scale': [1, 'product'],
} as const satisfies Record<string, readonly [rest: number, Combination]>;

export type PoseProperty = keyof typeof PROPERTIES;

export const POSE_PROPERTIES = Object.keys(PROPERTIES) as PoseProperty[];

/** A property that follows keyframes. */
export interface Channel {
  readonly property: PoseProperty;
  readonly track: Track;
  /** Seconds after which the track begins again. Without it, the last value stays. */
  readonly repeat?: number;
}

/** The values of all properties at a time. */
export type Pose = Readonly<Record<PoseProperty, number>>;

export const REST = Object.fromEntries(
  POSE_PROPERTIES.map((property) => [property, PROPERTIES[property][0]]),
) as Pose;

const COMBINE: Readonly<Record<Combination, (a: number, b: number) => number>> = {
  sum: (a, b) => a + b,
  product: (a, b) => a * b,
  largest: Math.max,
  smallest: Math.min,
};

/**
 * The pose at a time. Channels of the same property add up.
 *
 * @param time in seconds from the start of the element
 */
export function poseAt(channels: readonly Channel[], time: number): Pose {
  const pose: Record<PoseProperty, number> = { ...REST };
  for (const { property, track, repeat } of channels) {
    const combine = COMBINE[PROPERTIES[property][1]];
    pose[property] = combine(pose[property], valueAt(track, repeat ? time % repeat : time));
  }
  return pose;
}

/** The spans, in seconds from the start of the element, in which channels may change. */
export function movingSpans(channels: readonly Channel[]): Span[] {
  return channels.flatMap(({ track, repeat }) => {
    const spans = changingSpans(track);
    return repeat && spans.length > 0 ? [{ from: 0, to: Infinity }] : spans;
  });
}

/** Whether two poses show the same. */
export function isSamePose(a: Pose, b: Pose): boolean {
  return POSE_PROPERTIES.every((property) => a[property] === b[property]) || (hides(a) && hides(b));
}

/** Whether nothing shows in a pose. */
export function hides(pose: Pose): boolean {
  return (
    pose.opacity <= 0 ||
    pose['scale-x'] === 0 ||
    pose['scale-y'] === 0 ||
    pose.circle <= 0 ||
    pose['crop-left'] + pose['crop-right'] >= 1 ||
    pose['crop-top'] + pose['crop-bottom'] >= 1
  );
}

/**
 * The map from where a point is at rest to where it is in a pose.
 *
 * @param anchor the point about which the element turns and grows, where it is at rest
 */
export function poseMatrix(pose: Pose, anchor: { readonly x: number; readonly y: number }): Matrix {
  return multiply(
    translation(anchor.x + pose.x, anchor.y + pose.y),
    rotation(pose.rotation),
    skewing(pose['skew-x'], pose['skew-y']),
    scaling(pose['scale-x'], pose['scale-y']),
    translation(-anchor.x, -anchor.y),
  );
}
