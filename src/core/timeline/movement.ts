import { entranceChannels, exitChannels } from '../motion/entrances.js';
import { loopChannels } from '../motion/loops.js';
import { type Keyframe, toTrack } from '../motion/keyframes.js';
import type { Channel, PoseProperty } from '../motion/pose.js';
import type {
  CornersAndRotation,
  ElementMovement,
  FrameRate,
  GivenKeyframe,
  KeyframeProperty,
  Rotation,
  TimedAnimation,
} from '../project/types/index.js';
import { framesOfMs } from '../time/time.js';
import type { Size } from './box.js';
import type { ClipMovement, VisualClip } from './types.js';

type Box = Pick<VisualClip, 'x' | 'y' | 'width' | 'height'>;

/** What the movement of an element needs to know. */
interface MovementScope {
  readonly box: Box;
  readonly frame: Size;
  readonly fps: FrameRate;
  /** Length of the clip in frames. */
  readonly count: number;
  readonly fadeInMs: number;
  readonly fadeOutMs: number;
}

/** How a clip moves, and how long it fades. */
interface ClipTime {
  readonly movement: ClipMovement | null;
  readonly fadeInFrames: number;
  readonly fadeOutFrames: number;
}

/** The movement of an element on the timeline. Plain fades are those of the clip itself. */
export function clipMovement(
  { anchor, ...given }: ElementMovement,
  { rotation }: Pick<CornersAndRotation, 'rotation'>,
  scope: MovementScope,
): ClipTime {
  const { box, frame, fps, count } = scope;
  const seconds = (count * fps.den) / fps.num;
  const fadeIn = plainFadeMs(given.animateIn);
  const fadeOut = plainFadeMs(given.animateOut);
  const space = { box, frame };
  const channels: Channel[] = [
    ...still('scale-x', given.scale.x, 1),
    ...still('scale-y', given.scale.y, 1),
    ...still('skew-x', given.skew.x, 0),
    ...still('skew-y', given.skew.y, 0),
    ...Object.entries(given.keyframes).flatMap(([property, keyframes]) =>
      keyframeChannels(property as KeyframeProperty, keyframes, { box, seconds }),
    ),
  ];
  if (given.animate) channels.push(...loopChannels(given.animate, space, { from: 0, to: seconds }));
  if (given.animateIn && fadeIn === null) {
    const to = Math.min(seconds, given.animateIn.durationMs / 1000);
    channels.push(...entranceChannels(given.animateIn, space, { from: 0, to }));
  }
  if (given.animateOut && fadeOut === null) {
    const from = Math.max(0, seconds - given.animateOut.durationMs / 1000);
    channels.push(...exitChannels(given.animateOut, space, { from, to: seconds }));
  }
  // An anchor that is not the center moves what is rotated.
  const isOffCenter = rotation !== null && (anchor.x !== 0.5 || anchor.y !== 0.5);
  return {
    movement: channels.length > 0 || isOffCenter ? { anchor, channels } : null,
    fadeInFrames: framesOfMs(Math.max(scope.fadeInMs, fadeIn ?? 0), fps),
    fadeOutFrames: framesOfMs(Math.max(scope.fadeOutMs, fadeOut ?? 0), fps),
  };
}

/** A rotation as channels. */
export function turnChannels(rotation: Rotation | null, seconds: number): Channel[] {
  if (rotation === null) return [];
  const { angle, speed } = rotation;
  const at = (time: number) => ({ time, value: angle + speed * time, easing: 'linear' });
  return [{ property: 'rotation', track: speed === 0 ? [at(0)] : [at(0), at(seconds)] }];
}

/** The length of an animation that is nothing but an even fade, or null. */
function plainFadeMs(animation: TimedAnimation | null): number | null {
  if (animation?.style !== 'fade') return null;
  return (animation.easing ?? 'linear') === 'linear' ? animation.durationMs : null;
}

function still(property: PoseProperty, value: number, rest: number): Channel[] {
  return value === rest ? [] : [{ property, track: [{ time: 0, value, easing: 'linear' }] }];
}

/** What each property of keyframes changes. */
const POSES: Readonly<Record<KeyframeProperty, readonly PoseProperty[]>> = {
  ...{ x: ['x'], y: ['y'], 'offset-x': ['x'], 'offset-y': ['y'] },
  ...{ scale: ['scale-x', 'scale-y'], 'scale-x': ['scale-x'], 'scale-y': ['scale-y'] },
  ...{ rotation: ['rotation'], 'skew-x': ['skew-x'], 'skew-y': ['skew-y'] },
  ...{ opacity: ['opacity'], blur: ['blur'] },
  ...{ 'crop-left': ['crop-left'], 'crop-right': ['crop-right'] },
  ...{ 'crop-top': ['crop-top'], 'crop-bottom': ['crop-bottom'] },
};

/** The channels of a property's keyframes, with times in seconds and places from that at rest. */
function keyframeChannels(
  property: KeyframeProperty,
  keyframes: readonly GivenKeyframe[],
  { box, seconds }: { readonly box: Box; readonly seconds: number },
): Channel[] {
  const origin = property === 'x' || property === 'y' ? box[property] : 0;
  const track = toTrack(
    keyframes.map(({ time, value, easing }): Keyframe => ({
      time: secondsOf(time, seconds),
      value: value - origin,
      easing,
    })),
  );
  return POSES[property].map((one) => ({ property: one, track }));
}

/** A time of a keyframe in seconds from the start of its element. */
export function secondsOf(time: GivenKeyframe['time'], seconds: number): number {
  return 'share' in time ? time.share * seconds : time.seconds;
}
