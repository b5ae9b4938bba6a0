import {
  type Animation,
  angleOption,
  directionOf,
  numberOption,
  shareOption,
  timeIn,
} from './animation.js';
import { addScale, type Animated, pointOf, sidesOf } from './animated.js';
import type { Key } from './keyframes.js';
import { clamp, degreesOf, lengthOf, numberIn } from './units.js';

interface Swing {
  /** Swings in a second. */
  readonly frequency: number;
  /** The share of the time in which the swings grow, and in which they calm down. */
  readonly ramp: number;
}

function swingOf(animation: Animation, animated: Animated, frequency: number): Swing {
  const { stage, motion } = animated;
  const { props, window } = animation;
  const hertz = (value: unknown) => numberIn(value, ['hz']);
  const count = numberOption(animation, 'count', {
    missing: 0,
    read: (value) => numberIn(value, []),
    stage,
  });
  const given = numberOption(animation, 'frequency', { missing: frequency, read: hertz, stage });
  props.get('phase');
  props.get('fade');
  if (props.get('randomness') !== undefined && shareOption(animation, 'randomness', 0, stage) !== 0)
    stage.script.report.note(props.at('randomness'), 'The swings are even.');
  const seconds = window.kind === 'whole' ? (motion.seconds ?? 1) : window.seconds;
  return {
    frequency: clamp(count > 0 ? count / seconds : given, 0.05, 20),
    ramp: clamp(shareOption(animation, 'ramp-duration', 0.5, stage), 0, 1),
  };
}

/** Says which options are missing whose defaults Creatomate does not document. */
function noteGuesses({ props }: Animation, { stage }: Animated, names: readonly string[]): void {
  const missing = names.filter((name) => props.get(name) === undefined);
  if (missing.length === 0) return;
  const listed = missing.map((name) => `"${name}"`).join(' and ');
  const message = `Without ${listed}, the animation can be stronger or weaker than in Creatomate.`;
  stage.script.report.note(props.at('type'), message);
}

/** The options that say how fast something swings. */
const speedOf = ({ props }: Animation) => (props.has('count') ? [] : ['frequency']);

const MOST_SWINGS = 100;

/** Swings about the rest, which grow and calm down. */
function swingKeys(
  { window }: Animation,
  { motion }: Animated,
  { frequency, ramp }: Swing,
  valueAt: (strength: number) => number,
): Key[] | null {
  const seconds = window.kind === 'whole' ? motion.seconds : window.seconds;
  if (seconds === null) return null;
  const halves = clamp(Math.round(2 * frequency * seconds), 1, 2 * MOST_SWINGS);
  const strength = (share: number) => {
    const edge = ramp / 2;
    return edge === 0 ? 1 : clamp(Math.min(share, 1 - share) / edge, 0, 1);
  };
  const keys: Key[] = [{ time: timeIn(window, 0), value: valueAt(0), easing: 'linear' }];
  for (let half = 0; half < halves; half++) {
    const middle = (half + 0.5) / halves;
    const sign = half % 2 === 0 ? 1 : -1;
    keys.push(
      { time: timeIn(window, middle), value: valueAt(sign * strength(middle)), easing: 'sine-out' },
      { time: timeIn(window, (half + 1) / halves), value: valueAt(0), easing: 'sine-in' },
    );
  }
  return keys;
}

export function animateBounce(animation: Animation, animated: Animated): void {
  const { stage, motion } = animated;
  const { props } = animation;
  const size = shareOption(animation, 'scale', 1.1, stage) - 1;
  const swing = swingOf(animation, animated, 1);
  const sides = sidesOf(animation);
  const point = pointOf(animation, stage);
  const keys = swingKeys(animation, animated, swing, (strength) => 1 + size * strength);
  stage.script.report.note(props.at('type'), 'The strength of a bounce is a guess.');
  noteGuesses(animation, animated, speedOf(animation));
  if (keys !== null) return addScale(keys, sides, point, animated, props.pointer);
  motion.animate('animate', { style: 'pulse', frequency: swing.frequency }, props.pointer);
}

export function animateShake(animation: Animation, animated: Animated): void {
  const { stage, motion, geometry } = animated;
  const { props } = animation;
  const angle = angleOption(animation, 'direction', 0, stage, degreesOf);
  const isAcross = directionOf(angle) === 'left' || directionOf(angle) === 'right';
  const whole = isAcross ? geometry.box.width : geometry.box.height;
  const scope = { frame: stage.script.frame, scale: stage.script.scale, whole };
  const distance = numberOption(animation, 'distance', {
    missing: 0.02 * whole,
    read: (value) => lengthOf(value, scope),
    stage,
  });
  const swing = swingOf(animation, animated, 3);
  noteGuesses(animation, animated, ['distance', ...speedOf(animation)]);
  const keys = swingKeys(animation, animated, swing, (strength) => distance * strength);
  if (keys !== null) return motion.add(isAcross ? 'x' : 'y', keys, props.pointer);
  const value = {
    style: 'shake',
    direction: isAcross ? 'right' : 'down',
    distance: clamp(Math.round(Math.abs(distance)), 1, 16_384),
    frequency: swing.frequency,
  };
  if (!motion.animate('animate', value, props.pointer))
    stage.script.report.note(
      props.pointer,
      'An element swings in one way at a time. This animation is left out.',
    );
}

export function animateWiggle(animation: Animation, animated: Animated): void {
  const { stage, motion } = animated;
  const { props } = animation;
  const angle = numberOption(animation, 'z-rotation', { missing: 5, read: degreesOf, stage });
  pointOf(animation, stage);
  for (const name of ['x-rotation', 'y-rotation'])
    if (props.get(name) !== undefined)
      stage.script.report.note(props.at(name), 'An element wiggles in its plane only.');
  const swing = swingOf(animation, animated, 1);
  noteGuesses(animation, animated, ['z-rotation', ...speedOf(animation)]);
  const keys = swingKeys(animation, animated, swing, (strength) => angle * strength);
  if (keys !== null) return motion.add('rotation', keys, props.pointer);
  const value = { style: 'wiggle', angle, frequency: swing.frequency };
  if (!motion.animate('animate', value, props.pointer))
    stage.script.report.note(
      props.pointer,
      'An element swings in one way at a time. This animation is left out.',
    );
}
