import type { Animation, Entrance, Loop } from '../../motion/animations.js';

/** A time within an element: seconds from its start, or a share of its length. */
export type GivenTime = { readonly seconds: number } | { readonly share: number };

export interface GivenKeyframe {
  readonly time: GivenTime;
  readonly value: number;
  /** How the value comes here from the keyframe before. */
  readonly easing: string;
}

export const KEYFRAME_PROPERTIES = [
  'x',
  'y',
  'offset-x',
  'offset-y',
  'scale',
  'scale-x',
  'scale-y',
  'rotation',
  'skew-x',
  'skew-y',
  'opacity',
  'blur',
  'crop-left',
  'crop-right',
  'crop-top',
  'crop-bottom',
] as const;
export type KeyframeProperty = (typeof KEYFRAME_PROPERTIES)[number];

/** Values over the time of an element. */
export type GivenKeyframes<Property extends string = KeyframeProperty> = Partial<
  Readonly<Record<Property, readonly GivenKeyframe[]>>
>;

export type TimedAnimation = Animation<Entrance> & { readonly durationMs: number };

/** How an element moves, beyond its place. */
export interface ElementMovement {
  /** The point about which it turns and grows, in shares of its box. */
  readonly anchor: { readonly x: number; readonly y: number };
  readonly scale: { readonly x: number; readonly y: number };
  /** Degrees. */
  readonly skew: { readonly x: number; readonly y: number };
  readonly keyframes: GivenKeyframes;
  readonly animateIn: TimedAnimation | null;
  readonly animateOut: TimedAnimation | null;
  readonly animate: Animation<Loop> | null;
}
