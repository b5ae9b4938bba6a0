import type { Members } from '../members.js';
import { hasField } from '../own-fields.js';
import type { OwnObject } from '../own-object.js';
import type { Geometry } from './box.js';
import { type Animated, animatedOf, type Key } from './keyframes.js';
import type { Motion, Property } from './motion.js';
import type { Stage } from './script.js';
import { clamp, degreesOf, lengthOf, round, shareOf } from './units.js';

/** What is the same for the whole time. */
export interface Transform {
  readonly scale: { readonly x: number; readonly y: number };
  readonly rotation: number;
  readonly skew: { readonly x: number; readonly y: number };
  readonly opacity: number;
  /** Standard deviation in pixels. */
  readonly blur: number;
}

/** Nothing that differs from the element as it is. */
export const AT_REST: Transform = {
  ...{ scale: { x: 1, y: 1 }, rotation: 0, skew: { x: 0, y: 0 } },
  ...{ opacity: 1, blur: 0 },
};

export const isAtRest = ({ scale, rotation, skew }: Transform) =>
  scale.x === 1 && scale.y === 1 && rotation === 0 && skew.x === 0 && skew.y === 0;

const MOST_SKEW = 80;
/** Degrees between two keyframes of a turn in depth. */
const TURN_STEP = 15;
const MOST_TURN_KEYS = 200;

/** Reads the transformations of an element, and lets it change by their keyframes. */
export function transformOf(
  props: Members,
  geometry: Geometry,
  motion: Motion,
  stage: Stage,
): Transform {
  const { report } = stage.script;
  addMoves(geometry, motion, props);
  const read = (name: string, missing: number, reader: (value: unknown) => number | null) =>
    animatedOf(props, name, { missing, read: reader, report });
  const fixed = (animated: Animated, property: Property, name: string): number => {
    if (animated.keys === null) return animated.value;
    motion.add(property, animated.keys, props.at(name));
    return property.startsWith('scale') || property === 'opacity' ? 1 : 0;
  };
  const scale = {
    x: fixed(read('x-scale', 1, scaleShare), 'scale-x', 'x-scale'),
    y: fixed(read('y-scale', 1, scaleShare), 'scale-y', 'y-scale'),
  };
  scale.x *= turnInDepth('y-rotation', 'scale-x', { props, motion, stage });
  scale.y *= turnInDepth('x-rotation', 'scale-y', { props, motion, stage });
  const rotation = fixed(read('z-rotation', 0, degreesOf), 'rotation', 'z-rotation');
  const skew = {
    x: fixed(read('x-skew', 0, degreesOf), 'skew-x', 'x-skew'),
    y: fixed(read('y-skew', 0, degreesOf), 'skew-y', 'y-skew'),
  };
  for (const name of ['perspective', 'backface-visible'])
    if (props.get(name) === false || (name === 'perspective' && props.has(name)))
      report.note(props.at(name), 'Elements turn without perspective, and their backs are seen.');
  const opacity = fixed(percentOf(props, 'opacity', 1, stage), 'opacity', 'opacity');
  const blur = fixed(
    read('blur-radius', 0, (value) => {
      const pixels = lengthOf(value, { ...stage.script, whole: 0 });
      // The radius of a blur is twice its standard deviation, as in CSS.
      return pixels === null ? null : clamp(pixels / 2, 0, 200);
    }),
    'blur',
    'blur-radius',
  );
  return {
    scale: { x: clamp(round(scale.x), -20, 20), y: clamp(round(scale.y), -20, 20) },
    rotation: clamp(round(rotation), -3600, 3600),
    skew: { x: clamp(skew.x, -MOST_SKEW, MOST_SKEW), y: clamp(skew.y, -MOST_SKEW, MOST_SKEW) },
    opacity: clamp(opacity, 0, 1),
    blur,
  };
}

const scaleShare = (value: unknown) => {
  const share = shareOf(value);
  return share === null ? null : clamp(share, -20, 20);
};

/**
 * A percentage with keyframes. A number up to 1 without a unit is read as a share, with a note: it would be next to nothing
 * as the percentage that it is in Creatomate.
 */
export function percentOf(props: Members, name: string, missing: number, stage: Stage): Animated {
  const { report } = stage.script;
  return animatedOf(props, name, {
    missing,
    read: (value) => {
      if (typeof value === 'number' && value > 0 && value <= 1) {
        report.note(
          props.at(name),
          `${value} is read as ${round(100 * value)}%. In Creatomate, a number without a unit is a percentage.`,
        );
        return value;
      }
      return shareOf(value);
    },
    report,
  });
}

/** The place that changes, and the sides that do. */
function addMoves({ moves, grows, point }: Geometry, motion: Motion, props: Members): void {
  const offset = (keys: readonly Key[], from: number) =>
    keys.map((key) => ({ ...key, value: key.value - from }));
  if (moves.x.keys) motion.add('x', offset(moves.x.keys, point.x), props.at('x'));
  if (moves.y.keys) motion.add('y', offset(moves.y.keys, point.y), props.at('y'));
  if (grows.x.keys) motion.add('scale-x', grows.x.keys, props.at('width'));
  if (grows.y.keys) motion.add('scale-y', grows.y.keys, props.at('height'));
}

/** A turn about an axis in the plane makes an element narrower. @returns the factor, if it does not change */
function turnInDepth(
  name: 'x-rotation' | 'y-rotation',
  property: 'scale-x' | 'scale-y',
  { props, motion, stage }: { props: Members; motion: Motion; stage: Stage },
): number {
  const { report } = stage.script;
  const { value, keys } = animatedOf(props, name, { missing: 0, read: degreesOf, report });
  if (keys === null && value === 0) return 1;
  report.note(props.at(name), 'The turn in depth is shown without perspective.');
  if (keys === null) return cosine(value);
  const turned = turnKeys(keys);
  motion.add(property, turned, props.at(name));
  return 1;
}

const cosine = (degrees: number) => round(Math.cos((degrees * Math.PI) / 180));

/** Keyframes of angles as those of the width that is seen, close enough for lines between them. */
export function turnKeys(keys: readonly Key[]): Key[] {
  const turned: Key[] = [];
  for (const [index, key] of keys.entries()) {
    const before = keys[index - 1];
    if (before !== undefined && 'seconds' in before.time === 'seconds' in key.time) {
      const steps = clamp(
        Math.ceil(Math.abs(key.value - before.value) / TURN_STEP),
        1,
        Math.max(1, Math.floor(MOST_TURN_KEYS / keys.length)),
      );
      for (let step = 1; step < steps; step++) {
        const share = step / steps;
        turned.push({
          time: between(before.time, key.time, share),
          value: cosine(before.value + (key.value - before.value) * share),
          easing: 'linear',
        });
      }
    } else if (before !== undefined && 'seconds' in before.time && before.time.seconds === 0) {
      // From the start to the end.
      const steps = clamp(Math.ceil(Math.abs(key.value - before.value) / TURN_STEP), 1, 100);
      for (let step = 1; step < steps; step++) {
        turned.push({
          time: { share: step / steps },
          value: cosine(before.value + ((key.value - before.value) * step) / steps),
          easing: 'linear',
        });
      }
    }
    turned.push({ ...key, value: cosine(key.value), easing: 'linear' });
  }
  return turned;
}

function between(from: Key['time'], to: Key['time'], share: number): Key['time'] {
  if ('seconds' in from && 'seconds' in to)
    return { seconds: from.seconds + (to.seconds - from.seconds) * share };
  if ('share' in from && 'share' in to)
    return { share: from.share + (to.share - from.share) * share };
  return to;
}

/** Sets what stays the same, and the point about which everything turns and grows. */
export function writeTransform(
  transform: Transform,
  geometry: Geometry,
  own: OwnObject,
  {
    props,
    kind,
    isMoved,
  }: { readonly props: Members; readonly kind: string; readonly isMoved: boolean },
): void {
  const { scale, rotation, skew, opacity } = transform;
  const set = (name: string, value: unknown, at: string) => {
    if (hasField(kind, name)) own.set(name, value, at);
  };
  if (opacity !== 1) set('opacity', round(opacity), props.at('opacity'));
  if (rotation !== 0) set('rotate', rotation, props.at('z-rotation'));
  if (scale.x !== 1 || scale.y !== 1) set('scale', scale, props.at('x-scale'));
  if (skew.x !== 0 || skew.y !== 0) set('skew', skew, props.at('x-skew'));
  const x = round(clamp(geometry.anchor.x, 0, 1));
  const y = round(clamp(geometry.anchor.y, 0, 1));
  if (isMoved && (x !== 0.5 || y !== 0.5)) set('anchor', { x, y }, props.at('x-anchor'));
}
