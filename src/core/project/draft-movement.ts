import type { Animation } from '../motion/animations.js';
import type { ElementMovement, GivenKeyframe, GivenKeyframes } from './types/index.js';

/** Properties whose values are pixels. */
const LENGTHS = ['x', 'y', 'offset-x', 'offset-y', 'blur'] as const;

/** A movement with smaller lengths. */
export function draftMovement(
  movement: ElementMovement,
  scale: (pixels: number) => number,
): ElementMovement {
  const { keyframes, animateIn, animateOut, animate } = movement;
  const smaller = <T extends Animation<string>>(animation: T | null): T | null => {
    const distance = animation?.distance;
    if (!animation || !distance || !('px' in distance)) return animation;
    return { ...animation, distance: { px: scale(distance.px) } };
  };
  return {
    ...movement,
    keyframes: draftKeyframes(keyframes, scale),
    animateIn: smaller(animateIn),
    animateOut: smaller(animateOut),
    animate: smaller(animate),
  };
}

function draftKeyframes(
  keyframes: GivenKeyframes,
  scale: (pixels: number) => number,
): GivenKeyframes {
  const scaled = (track: readonly GivenKeyframe[]) =>
    track.map((keyframe) => ({ ...keyframe, value: scale(keyframe.value) }));
  const lengths = LENGTHS.flatMap((property) => {
    const track = keyframes[property];
    return track ? [[property, scaled(track)] as const] : [];
  });
  return { ...keyframes, ...Object.fromEntries(lengths) };
}
