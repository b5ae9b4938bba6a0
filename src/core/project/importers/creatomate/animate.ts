import { type Animation, noteUnreadOptions } from './animation.js';
import { addFade, type Animated } from './animated.js';
import {
  animateCircle,
  animateFlip,
  animateScale,
  animateSlide,
  animateSlideBy,
  animateSpin,
  animateSquash,
  animateWipe,
  animateWipeBy,
} from './appearances.js';
import { animatePan } from './pans.js';
import { animateBounce, animateShake, animateWiggle } from './swings.js';

type Animator = (animation: Animation, animated: Animated) => void;

const ANIMATORS: Readonly<Record<string, Animator>> = {
  fade: (animation, animated) => addFade({ ...animation, fades: true }, animated, true),
  scale: animateScale,
  slide: animateSlide,
  pan: animatePan,
  wipe: animateWipe,
  'circular-wipe': animateCircle,
  'color-wipe': near('wipe', animateWipeBy),
  stripe: near('wipe', animateWipeBy),
  'film-roll': near('slide', animateSlideBy),
  shift: near('slide', animateSlideBy),
  'rotate-slide': near('slide', animateSlideBy),
  spin: animateSpin,
  flip: animateFlip,
  squash: animateSquash,
  bounce: animateBounce,
  shake: animateShake,
  wiggle: animateWiggle,
};

/** Adds what an animation changes. What is unknown is a note. */
export function animate(animation: Animation, animated: Animated): void {
  const { report } = animated.stage.script;
  const { type, props, window, isReversed } = animation;
  if (!Object.hasOwn(ANIMATORS, type)) {
    report.note(
      props.at('type'),
      `The animation "${type.slice(0, 60)}" is not available. It is left out.`,
    );
    return;
  }
  if (window.kind === 'end' && !isReversed && !OSCILLATORS.has(type))
    report.note(
      props.pointer,
      'Without "reversed", an animation at the end plays forward, as in Creatomate. Set "reversed" to true to let the element leave.',
    );
  ANIMATORS[type]!(animation, animated);
  noteUnreadOptions(animation, animated.stage);
}

const OSCILLATORS = new Set(['bounce', 'shake', 'wiggle']);

/** Animations that come near one that is available. */
function near(style: string, animator: Animator): Animator {
  return (animation, animated) => {
    animated.stage.script.report.note(
      animation.props.at('type'),
      `The animation "${animation.type}" is approximated by "${style}".`,
    );
    animator(animation, animated);
  };
}
