import {
  type Animation,
  angleOption,
  directionOf,
  numberOption,
  OPPOSITE,
  shareOption,
  timeIn,
  wayOf,
} from './animation.js';
import type { Geometry } from './box.js';
import { type Key, secondsAt } from './keyframes.js';
import type { Motion, Property } from './motion.js';
import type { Stage } from './script.js';
import { turnKeys } from './transforms.js';
import { clamp, degreesOf, lengthOf, numberIn, round } from './units.js';

/** What an animation moves. */
export interface Animated {
  readonly geometry: Geometry;
  readonly motion: Motion;
  readonly stage: Stage;
}

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

export function noteUnreadOptions({ props, type }: Animation, stage: Stage): void {
  for (const name of props.unreadNames())
    stage.script.report.note(props.at(name), `"${name}" of "${type}" has no effect here.`);
}

/** Fades along with a movement, unless the animation says otherwise. */
function addFade(animation: Animation, animated: Animated, byDefault: boolean): void {
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
const isOpenEnd = ({ window, isReversed }: Animation, { motion }: Animated) =>
  window.kind === 'end' && isReversed && motion.seconds === null;

function leave(animation: Animation, { motion, stage }: Animated, value: object): void {
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
function addScale(
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

const pointOf = (animation: Animation, stage: Stage) => ({
  x: shareOption(animation, 'x-anchor', 0.5, stage),
  y: shareOption(animation, 'y-anchor', 0.5, stage),
});

function sidesOf(animation: Animation): ('scale-x' | 'scale-y')[] {
  const axis = animation.props.get('axis');
  if (axis === 'x') return ['scale-x'];
  return axis === 'y' ? ['scale-y'] : ['scale-x', 'scale-y'];
}

function animateScale(animation: Animation, animated: Animated): void {
  const { stage } = animated;
  const { props } = animation;
  props.get('scope');
  const from = clamp(shareOption(animation, 'start-scale', 0, stage), -20, 20);
  const to = clamp(shareOption(animation, 'end-scale', 1, stage), -20, 20);
  const point = pointOf(animation, stage);
  const sides = sidesOf(animation);
  if (isOpenEnd(animation, animated))
    return leave(animation, animated, { style: 'zoom', scale: clamp(from, 0, 20) });
  addScale(wayOf(animation, from, to), sides, point, animated, props.pointer);
  addFade(animation, animated, true);
}

function animateSlide(animation: Animation, animated: Animated): void {
  const { stage } = animated;
  const angle = angleOption(animation, 'direction', 180, stage, degreesOf);
  animation.props.get('fixed');
  slideBy(animation, animated, angle);
}

function slideBy(animation: Animation, animated: Animated, angle: number): void {
  const { stage, geometry, motion } = animated;
  const { props } = animation;
  const isOwn = props.get('scope') === 'element';
  const size = isOwn ? geometry.box : stage;
  const share = shareOption(animation, 'distance', 1, stage);
  const radians = (angle * Math.PI) / 180;
  const across = Math.cos(radians) * size.width * share;
  const down = -Math.sin(radians) * size.height * share;
  if (isOpenEnd(animation, animated)) {
    const distance = Math.round(Math.abs(across) + Math.abs(down));
    const direction = OPPOSITE[directionOf(angle)];
    return leave(animation, animated, { style: 'slide', direction, distance });
  }
  const add = (property: 'x' | 'y', distance: number) => {
    if (Math.abs(distance) > 0.01)
      motion.add(property, wayOf(animation, -distance, 0), props.pointer);
  };
  add('x', across);
  add('y', down);
  addFade(animation, animated, true);
}

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

const NAMED_ANGLES: Readonly<Record<string, number>> = { right: 0, up: 90, left: 180, down: 270 };
const namedAngle = ({ props }: Animation) => {
  const name = props.get('direction');
  return typeof name === 'string' && Object.hasOwn(NAMED_ANGLES, name) ? NAMED_ANGLES[name]! : 180;
};

function animateSlideBy(animation: Animation, animated: Animated): void {
  slideBy(animation, animated, namedAngle(animation));
}

function animateWipeBy(animation: Animation, animated: Animated): void {
  wipeBy({ ...animation, fades: false }, animated, namedAngle(animation), 0);
}

/** The edges that a picture is cut off at, in the direction of an angle: the one from which it comes, and the other. */
const EDGES: Readonly<Record<string, readonly [from: Property, to: Property]>> = {
  right: ['crop-left', 'crop-right'],
  left: ['crop-right', 'crop-left'],
  up: ['crop-bottom', 'crop-top'],
  down: ['crop-top', 'crop-bottom'],
};

function animateWipe(animation: Animation, animated: Animated): void {
  const { stage } = animated;
  const { props } = animation;
  const from = angleOption(animation, 'start-angle', 0, stage, degreesOf);
  const to = angleOption(animation, 'end-angle', from, stage, degreesOf);
  const share = clamp(shareOption(animation, 'x-anchor', 0.5, stage), 0, 1);
  props.get('clip');
  const isStraight = from === to && from % 90 === 0;
  if (!isStraight)
    stage.script.report.note(
      props.pointer,
      'The edge of a wipe is straight across or down, and does not turn.',
    );
  wipeBy(animation, animated, from, share);
}

function wipeBy(animation: Animation, animated: Animated, angle: number, share: number): void {
  const { motion } = animated;
  const { props } = animation;
  const direction = directionOf(angle);
  const [first, last] = EDGES[direction]!;
  if (isOpenEnd(animation, animated)) {
    const towards = share > 0.5 ? direction : OPPOSITE[direction];
    return leave(animation, animated, { style: 'wipe', direction: towards });
  }
  // The part before the anchor is covered from its edge, and the part after it from the other one.
  if (share > 0) motion.add(first, wayOf(animation, share, 0), props.pointer);
  if (share < 1) motion.add(last, wayOf(animation, 1 - share, 0), props.pointer);
  addFade(animation, animated, true);
}

function animateCircle(animation: Animation, animated: Animated): void {
  const { motion, stage } = animated;
  const { report } = stage.script;
  const { props, window, isReversed, easing } = animation;
  for (const name of ['scope', 'clip', 'fade']) props.get(name);
  for (const name of ['ring-color', 'ring-width'])
    if (props.get(name) !== undefined)
      report.note(props.at(name), 'A circle that grows has no ring.');
  const point = pointOf(animation, stage);
  if (point.x !== 0.5 || point.y !== 0.5)
    report.note(props.pointer, 'The circle grows from the anchor of the element.');
  const slot = isReversed ? 'animate-out' : 'animate-in';
  if (window.kind === 'whole' && motion.seconds === null) {
    report.note(
      props.pointer,
      'The length of the element is not known before its media are read, so the circle does not grow.',
    );
    return;
  }
  const seconds = window.kind === 'whole' ? motion.seconds! : window.seconds;
  const begins = secondsAt(timeIn(window, isReversed ? 1 : 0), motion.seconds);
  const isAtEdge = isReversed
    ? window.kind !== 'from' || (begins !== null && begins === motion.seconds)
    : window.kind !== 'end' && begins === 0;
  if (!isAtEdge)
    report.note(
      props.pointer,
      `The circle ${isReversed ? 'shrinks at the end' : 'grows at the start'} of the element.`,
    );
  const value = {
    style: 'circular-wipe',
    duration: clamp(round(seconds), 0.02, 60),
    ...(easing === 'linear' ? {} : { easing }),
  };
  if (!motion.animate(slot, value, props.pointer))
    report.note(props.pointer, 'Another animation is in its place. This one is left out.');
}

function animateSpin(animation: Animation, animated: Animated): void {
  const { stage, motion, geometry } = animated;
  const { props } = animation;
  props.get('scope');
  const turn = numberOption(animation, 'rotation', { missing: 360, read: degreesOf, stage });
  const point = pointOf(animation, stage);
  const { anchor } = geometry;
  if (Math.abs(point.x - anchor.x) > 0.01 || Math.abs(point.y - anchor.y) > 0.01)
    stage.script.report.note(props.pointer, 'The element turns about its own anchor.');
  if (isOpenEnd(animation, animated))
    return leave(animation, animated, { style: 'spin', scale: 1, angle: -turn });
  motion.add('rotation', wayOf(animation, -turn, 0), props.pointer);
  addFade(animation, animated, true);
}

function animateFlip(animation: Animation, animated: Animated): void {
  const { stage, motion } = animated;
  const { props } = animation;
  const degrees = { missing: 0, read: degreesOf, stage };
  const across = numberOption(animation, 'x-rotation', degrees);
  const down = numberOption(animation, 'y-rotation', {
    ...degrees,
    missing: props.has('x-rotation') ? 0 : 180,
  });
  pointOf(animation, stage);
  props.get('backface-visible');
  stage.script.report.note(props.at('type'), 'The element flips without perspective.');
  if (isOpenEnd(animation, animated)) {
    const direction = down === 0 ? 'up' : 'right';
    return leave(animation, animated, { style: 'flip', direction });
  }
  if (across !== 0) motion.add('scale-y', turnKeys(wayOf(animation, across, 0)), props.pointer);
  if (down !== 0) motion.add('scale-x', turnKeys(wayOf(animation, down, 0)), props.pointer);
  addFade(animation, animated, true);
}

function animateSquash(animation: Animation, animated: Animated): void {
  const direction = directionOf(namedAngle(animation));
  const points = {
    left: { x: 1, y: 0.5 },
    right: { x: 0, y: 0.5 },
    up: { x: 0.5, y: 1 },
    down: { x: 0.5, y: 0 },
  };
  const side = direction === 'left' || direction === 'right' ? 'scale-x' : 'scale-y';
  if (isOpenEnd(animation, animated)) return leave(animation, animated, { style: 'squash' });
  const at = animation.props.pointer;
  addScale(wayOf(animation, 0, 1), [side], points[direction], animated, at);
  addFade(animation, animated, true);
}

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

function animateBounce(animation: Animation, animated: Animated): void {
  const { stage, motion } = animated;
  const { props } = animation;
  const size = shareOption(animation, 'scale', 1.1, stage) - 1;
  const swing = swingOf(animation, animated, 1);
  const sides = sidesOf(animation);
  const point = pointOf(animation, stage);
  const keys = swingKeys(animation, animated, swing, (strength) => 1 + size * strength);
  stage.script.report.note(props.at('type'), 'The strength of a bounce is a guess.');
  if (keys !== null) return addScale(keys, sides, point, animated, props.pointer);
  motion.animate('animate', { style: 'pulse', frequency: swing.frequency }, props.pointer);
}

function animateShake(animation: Animation, animated: Animated): void {
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

function animateWiggle(animation: Animation, animated: Animated): void {
  const { stage, motion } = animated;
  const { props } = animation;
  const angle = numberOption(animation, 'z-rotation', { missing: 5, read: degreesOf, stage });
  pointOf(animation, stage);
  for (const name of ['x-rotation', 'y-rotation'])
    if (props.get(name) !== undefined)
      stage.script.report.note(props.at(name), 'An element wiggles in its plane only.');
  const swing = swingOf(animation, animated, 1);
  const keys = swingKeys(animation, animated, swing, (strength) => angle * strength);
  if (keys !== null) return motion.add('rotation', keys, props.pointer);
  const value = { style: 'wiggle', angle, frequency: swing.frequency };
  if (!motion.animate('animate', value, props.pointer))
    stage.script.report.note(
      props.pointer,
      'An element swings in one way at a time. This animation is left out.',
    );
}

const PAN_STEPS = 24;

/** The view moves over the picture: a part of it fills the box. */
function animatePan(animation: Animation, animated: Animated): void {
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
