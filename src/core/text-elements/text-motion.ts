import { easingOf } from '../motion/easing.js';
import {
  type Animation,
  type AnimationSpace,
  type Direction,
  ENTRANCES,
  type Entrance,
} from '../motion/animations.js';
import { entranceChannels, exitChannels } from '../motion/entrances.js';
import { type Pose, poseAt } from '../motion/pose.js';
import { LETTER_ANIMATIONS, type LetterAnimationStyle } from '../project/types/index.js';
import type { FrameAnimation, TextState } from '../timeline/text-states.js';

/** How a part of a text looks at a moment. */
export interface PartLook {
  /** From 0 to 1. */
  readonly opacity: number;
  /** How far it is from its place, as shares of the distance of its style. Positive is to the right, and down. */
  readonly shiftX: number;
  readonly shiftY: number;
  /** Around its center. */
  readonly scaleX: number;
  readonly scaleY: number;
  /** Degrees clockwise around its center. */
  readonly rotation: number;
  /** The visible share of its letters or words, from 0 to 1. */
  readonly letters: number;
  readonly words: number;
}

/** A part on its place. */
export const AT_REST: PartLook = {
  ...{ opacity: 1, shiftX: 0, shiftY: 0, scaleX: 1, scaleY: 1, rotation: 0, letters: 1, words: 1 },
};

/** The share of a movement in which parts start, if the author sets no time between them. */
const SPREAD = 0.6;
const SPIN_DEGREES = 180;

/** Where a part comes from: the opposite of where it moves. */
const COMES_FROM: Readonly<Record<Direction, Pick<PartLook, 'shiftX' | 'shiftY'>>> = {
  up: { shiftX: 0, shiftY: 1 },
  down: { shiftX: 0, shiftY: -1 },
  left: { shiftX: 1, shiftY: 0 },
  right: { shiftX: -1, shiftY: 0 },
};

type Curve = (shown: number) => number;

/** The look of a style when the share `shown` (0 to 1) of its movement is done. */
const STYLES: Readonly<
  Record<
    LetterAnimationStyle,
    (shown: number, ease: Curve, from: FrameAnimation) => Partial<PartLook>
  >
> = {
  fade: (shown, ease) => ({ opacity: ease(shown) }),
  pop: (shown, ease, { scale }) => ({
    opacity: Math.min(1, 2 * shown),
    ...scaled(scale ?? 0.5, ease(shown)),
  }),
  slide: (shown, ease, from) => ({ opacity: ease(shown), ...shifted(from, ease(shown)) }),
  fly: (shown, ease, from) => shifted(from, ease(shown)),
  reveal: (shown, ease, from) => shifted(from, ease(shown)),
  zoom: (shown, ease, { scale }) => ({
    opacity: Math.min(1, 4 * shown),
    ...scaled(scale ?? 0, ease(shown)),
  }),
  spin: (shown, ease, { scale }) => ({
    opacity: Math.min(1, 2 * shown),
    rotation: -SPIN_DEGREES * (1 - ease(shown)),
    ...scaled(scale ?? 1, ease(shown)),
  }),
  flip: (shown, ease) => ({ opacity: Math.min(1, 4 * shown), scaleY: ease(shown) }),
  typewriter: (shown, ease) => ({ letters: ease(shown) }),
  words: (shown, ease) => ({ words: ease(shown) }),
};

/** The curve of a style without an `easing`. */
const CURVES: Readonly<Record<LetterAnimationStyle, Curve>> = {
  fade: linear,
  pop: easeOutBack,
  slide: easeOut,
  fly: easeOut,
  reveal: easeOut,
  zoom: easeOut,
  spin: easeOut,
  flip: easeOut,
  typewriter: linear,
  words: linear,
};

/** Whether a style moves parts of texts as it moves other elements. */
export function isEntrance(animation: FrameAnimation): boolean {
  return !LETTER_ANIMATIONS.some((style) => style === animation.style);
}

/**
 * The pose of a part of a text in an animation that other elements have as well.
 *
 * @param shown the share of the entrance that is done, or of the exit that is still to come
 * @param seconds length of the animation of this part
 * @param fontSize what `em` in its distance refers to
 */
export function partPose(
  animation: FrameAnimation,
  { shown, leaves }: { readonly shown: number; readonly leaves: boolean },
  {
    seconds,
    fontSize,
    ...space
  }: AnimationSpace & { readonly seconds: number; readonly fontSize: number },
): Pose {
  const { style, easing, direction, distance, scale, angle, frequency, fade } = animation;
  const given: Animation<Entrance> = {
    ...{ style: ENTRANCES.find((one) => one === style)!, easing, direction },
    distance: distance && { px: distance.px + distance.em * fontSize },
    ...{ scale, angle, frequency, fade },
  };
  const time = { from: 0, to: seconds };
  const channels = (leaves ? exitChannels : entranceChannels)(given, space, time);
  return poseAt(channels, (leaves ? 1 - shown : shown) * seconds);
}

/** How a movement makes a part look. A style of other elements leaves that to {@link partPose}. */
export function lookOf(animation: FrameAnimation, shown: number): PartLook {
  if (shown >= 1 || isEntrance(animation)) return AT_REST;
  const { easing } = animation;
  const style = animation.style as LetterAnimationStyle;
  const ease = easing === null ? CURVES[style] : easingOf(easing);
  const look = { ...AT_REST, ...STYLES[style](shown, ease, animation) };
  const share = (value: number) => Math.min(1, Math.max(0, value));
  return {
    ...look,
    opacity: share(look.opacity),
    letters: share(look.letters),
    words: share(look.words),
  };
}

/**
 * The whole movement of a text with so many parts. With a time between their starts, it is longer than that of a part.
 */
export function wholeMovement(animation: FrameAnimation, count: number): FrameAnimation {
  const { frames, stagger } = animation;
  if (stagger === null || count <= 1) return animation;
  return { ...animation, frames: frames + stagger * (count - 1) };
}

/**
 * The share of its movement that one of several parts has done. Parts start one after another.
 *
 * @param animation the whole movement; see {@link wholeMovement}
 * @param shown the share of it that is done
 */
export function shownOfPart(
  animation: Pick<FrameAnimation, 'frames' | 'stagger'>,
  shown: number,
  { index, count }: { readonly index: number; readonly count: number },
): number {
  if (count <= 1) return shown;
  const { frames, stagger } = animation;
  const between = stagger === null ? SPREAD / (count - 1) : stagger / frames;
  const length = shareOfPart({ frames, stagger }, count);
  return Math.min(1, Math.max(0, (shown - between * index) / length));
}

/** The share of a whole movement that one of several parts takes. */
export function shareOfPart(
  { frames, stagger }: Pick<FrameAnimation, 'frames' | 'stagger'>,
  count: number,
): number {
  if (count <= 1) return 1;
  return 1 - (stagger === null ? SPREAD : (stagger / frames) * (count - 1));
}

/** The moments of a part of a text in a state: in its entrance, and, backward in time, in its exit. */
export function momentsOf(
  { shown, remaining }: TextState,
  animations: {
    readonly animateIn: FrameAnimation | null;
    readonly animateOut: FrameAnimation | null;
  },
  part: { readonly index: number; readonly count: number },
): { readonly shown: number; readonly remaining: number } {
  const { animateIn, animateOut } = animations;
  // The first part leaves first.
  const fromLast = { index: part.count - 1 - part.index, count: part.count };
  return {
    shown: animateIn ? shownOfPart(animateIn, shown, part) : 1,
    remaining: animateOut ? shownOfPart(animateOut, remaining, fromLast) : 1,
  };
}

function shifted({ direction }: FrameAnimation, done: number): Pick<PartLook, 'shiftX' | 'shiftY'> {
  const { shiftX, shiftY } = COMES_FROM[direction ?? 'up'];
  return { shiftX: shiftX * (1 - done), shiftY: shiftY * (1 - done) };
}

function scaled(from: number, done: number): Pick<PartLook, 'scaleX' | 'scaleY'> {
  const scale = from + (1 - from) * done;
  return { scaleX: scale, scaleY: scale };
}

function linear(part: number): number {
  return part;
}

function easeOut(part: number): number {
  return 1 - (1 - part) ** 3;
}

/** Overshoots by a tenth and returns (Penner's "back" easing). */
function easeOutBack(part: number): number {
  const beyond = 1.70158;
  return 1 + (beyond + 1) * (part - 1) ** 3 + beyond * (part - 1) ** 2;
}
