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
import {
  addFade,
  addScale,
  type Animated,
  isOpenEnd,
  leave,
  pointOf,
  sidesOf,
} from './animated.js';
import { secondsAt } from './keyframes.js';
import type { Property } from './motion.js';
import { turnKeys } from './transforms.js';
import { clamp, degreesOf, round } from './units.js';

export function animateScale(animation: Animation, animated: Animated): void {
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

export function animateSlide(animation: Animation, animated: Animated): void {
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

const NAMED_ANGLES: Readonly<Record<string, number>> = { right: 0, up: 90, left: 180, down: 270 };
const namedAngle = ({ props }: Animation) => {
  const name = props.get('direction');
  return typeof name === 'string' && Object.hasOwn(NAMED_ANGLES, name) ? NAMED_ANGLES[name]! : 180;
};

export function animateSlideBy(animation: Animation, animated: Animated): void {
  slideBy(animation, animated, namedAngle(animation));
}

export function animateWipeBy(animation: Animation, animated: Animated): void {
  wipeBy({ ...animation, fades: false }, animated, namedAngle(animation), 0);
}

/** The edges that a picture is cut off at, in the direction of an angle: the one from which it comes, and the other. */
const EDGES: Readonly<Record<string, readonly [from: Property, to: Property]>> = {
  right: ['crop-left', 'crop-right'],
  left: ['crop-right', 'crop-left'],
  up: ['crop-bottom', 'crop-top'],
  down: ['crop-top', 'crop-bottom'],
};

export function animateWipe(animation: Animation, animated: Animated): void {
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

export function animateCircle(animation: Animation, animated: Animated): void {
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
    report.noteUnknown(
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

export function animateSpin(animation: Animation, animated: Animated): void {
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

export function animateFlip(animation: Animation, animated: Animated): void {
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

export function animateSquash(animation: Animation, animated: Animated): void {
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
