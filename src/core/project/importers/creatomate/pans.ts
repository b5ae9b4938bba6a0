import { type Animation, shareOption, timeIn } from './animation.js';
import type { Animated } from './animated.js';
import type { Key } from './keyframes.js';
import { clamp } from './units.js';

const PAN_STEPS = 24;

/** The view moves over the picture: a part of it fills the box. */
export function animatePan(animation: Animation, animated: Animated): void {
  const { stage, motion, geometry } = animated;
  const { box, anchor } = geometry;
  const { props } = animation;
  props.get('scope');
  const option = (name: string, missing: number) => shareOption(animation, name, missing, stage);
  const scale = [option('start-scale', 1.2), option('end-scale', 1.2)] as const;
  const x = [option('start-x', 0.5), option('end-x', 0.5)] as const;
  const y = [option('start-y', 0.5), option('end-y', 0.5)] as const;
  const at = (pair: readonly [number, number], share: number) =>
    pair[0] + (pair[1] - pair[0]) * share;
  const keysOf = (valueOf: (share: number) => number, isStraight: boolean): Key[] => {
    const steps = isStraight ? 1 : PAN_STEPS;
    return Array.from({ length: steps + 1 }, (_, step) => {
      const share = step / steps;
      return {
        time: timeIn(animation.window, share),
        value: valueOf(animation.isReversed ? 1 - share : share),
        easing: isStraight && step === 1 ? animation.easing : 'linear',
      };
    });
  };
  for (const side of ['scale-x', 'scale-y'] as const)
    motion.add(
      side,
      keysOf((share) => at(scale, share), true),
      props.pointer,
    );
  const pan = (
    property: 'x' | 'y',
    place: readonly [number, number],
    own: number,
    side: number,
  ) => {
    // What grows about the anchor is moved so that the part at the place is in the box.
    const offset = (share: number) =>
      (clamp(own, 0, 1) - at(place, share)) * side * (at(scale, share) - 1);
    const isStraight = place[0] === place[1] || scale[0] === scale[1];
    if (Math.abs(offset(0)) > 0.01 || Math.abs(offset(1)) > 0.01)
      motion.add(property, keysOf(offset, isStraight), props.pointer);
  };
  pan('x', x, anchor.x, box.width);
  pan('y', y, anchor.y, box.height);
}
