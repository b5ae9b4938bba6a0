import { type Animation, shareOption, wayOf } from './animation.js';
import type { Geometry } from './box.js';
import type { Key } from './keyframes.js';
import type { Motion } from './motion.js';
import type { Stage } from './script.js';
import { clamp } from './units.js';

/** What an animation moves. */
export interface Animated {
  readonly geometry: Geometry;
  readonly motion: Motion;
  readonly stage: Stage;
}

/** Fades along with a movement, unless the animation says otherwise. */
export function addFade(animation: Animation, animated: Animated, byDefault: boolean): void {
  if (!(animation.fades ?? byDefault)) return;
  const { motion } = animated;
  const { window, isReversed, props } = animation;
  const known = window.kind !== 'end' || motion.seconds !== null;
  if (known || !isReversed) {
    motion.add('opacity', wayOf(animation, 0, 1, calm(animation.easing)), props.pointer);
    return;
  }
  motion.animate('animate-out', { style: 'fade', duration: window.seconds }, props.pointer);
}

/** An easing that swings would make the opacity swing. */
const calm = (easing: string) => (/^(back|elastic|bounce|spring)/.test(easing) ? 'linear' : easing);

/** True if the end of an element is not known, so that an animation there must be one of a video config. */
export function isOpenEnd({ window, isReversed }: Animation, { motion, stage }: Animated): boolean {
  const isOpen = window.kind === 'end' && isReversed && motion.seconds === null;
  // An animation of a video config comes close.
  if (isOpen) stage.script.report.awaitSources();
  return isOpen;
}

export function leave(animation: Animation, { motion, stage }: Animated, value: object): void {
  const seconds = animation.window.kind === 'end' ? animation.window.seconds : 0;
  const { easing, fades, props } = animation;
  const whole = {
    ...value,
    duration: seconds,
    ...(easing === 'linear' ? {} : { easing }),
    fade: fades ?? true,
  };
  if (!motion.animate('animate-out', whole, props.pointer))
    stage.script.report.note(
      props.pointer,
      'An element leaves with one animation. This one is left out.',
    );
}

/** Sides that grow about a point of the element. */
export function addScale(
  keys: readonly Key[],
  sides: readonly ('scale-x' | 'scale-y')[],
  point: { readonly x: number; readonly y: number },
  { geometry, motion }: Animated,
  at: string,
): void {
  const { box, anchor } = geometry;
  for (const side of sides) {
    motion.add(side, keys, at);
    // All growth is about the anchor of the element, so what should stay in its place is moved back.
    const [property, distance] =
      side === 'scale-x'
        ? (['x', (point.x - clamp(anchor.x, 0, 1)) * box.width] as const)
        : (['y', (point.y - clamp(anchor.y, 0, 1)) * box.height] as const);
    if (Math.abs(distance) < 0.01) continue;
    motion.add(
      property,
      keys.map((key) => ({ ...key, value: distance * (1 - key.value) })),
      at,
    );
  }
}

export const pointOf = (animation: Animation, stage: Stage) => ({
  x: shareOption(animation, 'x-anchor', 0.5, stage),
  y: shareOption(animation, 'y-anchor', 0.5, stage),
});

export function sidesOf(animation: Animation): ('scale-x' | 'scale-y')[] {
  const axis = animation.props.get('axis');
  if (axis === 'x') return ['scale-x'];
  return axis === 'y' ? ['scale-y'] : ['scale-x', 'scale-y'];
}
