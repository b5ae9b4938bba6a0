import { list, object, type ValuesOf } from '../../fields/composites.js';
import { easing } from '../../fields/easing.js';
import type { Field } from '../../fields/field.js';
import { anyOf, boolean, choice, number, pattern } from '../../fields/scalars.js';
import {
  type Animation,
  DIRECTIONS,
  type Direction,
  type Entrance,
  ENTRANCES,
  type Loop,
  LOOPS,
} from '../../motion/animations.js';
import type {
  ElementMovement,
  GivenKeyframe,
  GivenKeyframes,
  GivenTime,
  TimedAnimation,
} from '../types/index.js';
import { exactLength, length } from './lengths.js';
import { LONGEST_SECONDS } from './values.js';

const MOST_KEYFRAMES = 500;
const LONGEST_ANIMATION_SECONDS = 60;

const PERCENTAGE = '^\\d{1,3}(\\.\\d{1,4})?%$';

const time: Field<GivenTime> = anyOf<GivenTime, GivenTime>(
  number({ min: 0, max: LONGEST_SECONDS, unit: 'seconds' }).map((seconds) => ({ seconds })),
  pattern(
    `^(start|end)$|${PERCENTAGE}`,
    '"start", "end", or a percentage of the length such as "50%"',
  ).map((given): GivenTime => {
    if (given === 'start') return { share: 0 };
    return { share: given === 'end' ? 1 : Number(given.slice(0, -1)) / 100 };
  }),
);

/** A number, or a percentage that is a hundredth of it. */
function factor(min: number, max: number): Field<number> {
  const sign = min < 0 ? '-?' : '';
  return anyOf(
    number({ min, max }),
    pattern(`^${sign}\\d{1,5}(\\.\\d{1,6})?%$`, 'a percentage such as "150%"').map(
      (given, { pointer, issues, name }) => {
        const value = Number(given.slice(0, -1)) / 100;
        if (value < min || value > max) {
          issues.add(
            pointer,
            `Expected "${name}" to be ${min * 100}% to ${max * 100}%, but got ${given}.`,
          );
        }
        return Math.min(max, Math.max(min, value));
      },
    ),
  );
}

const track = (value: Field<number>): Field<readonly GivenKeyframe[] | null> =>
  list(
    object({
      time: time
        .required()
        .describe(
          'Seconds from the start of the element, `"start"`, `"end"`, or a percentage of its length.',
        ),
      value: value.required().describe('The value at this time.'),
      easing: easing
        .default('linear')
        .describe('How the value comes here from the keyframe before.'),
    }),
    { min: 1, max: MOST_KEYFRAMES },
  ).orNull();

export const degrees = (most: number) => number({ min: -most, max: most });
const FAR = { min: -32_000, max: 32_000 };

const volume = track(factor(0, 10)).describe('Factor of the `volume` of the element.');

const keyframeFields = {
  x: track(exactLength('width', FAR)).describe('Left edge of the box, as in `x`.'),
  y: track(exactLength('height', FAR)).describe('Top edge of the box, as in `y`.'),
  'offset-x': track(exactLength('width', FAR)).describe(
    'Distance to the right from the place of the box.',
  ),
  'offset-y': track(exactLength('height', FAR)).describe(
    'Distance down from the place of the box.',
  ),
  scale: track(factor(-20, 20)).describe('Size as a factor, or a percentage such as `"150%"`.'),
  'scale-x': track(factor(-20, 20)).describe('Width as a factor. A negative one mirrors.'),
  'scale-y': track(factor(-20, 20)).describe('Height as a factor.'),
  rotation: track(degrees(36_000)).describe('Degrees clockwise.'),
  'skew-x': track(degrees(80)).describe('Degrees by which vertical edges lean.'),
  'skew-y': track(degrees(80)).describe('Degrees by which horizontal edges lean.'),
  opacity: track(factor(0, 1)).describe(
    '0 is fully transparent, 1 is the `opacity` of the element.',
  ),
  blur: track(number({ min: 0, max: 200 })).describe('Radius of the blur in pixels.'),
  'crop-left': track(factor(0, 1)).describe('Share of the width that is cut off on the left.'),
  'crop-right': track(factor(0, 1)).describe('Share of the width that is cut off on the right.'),
  'crop-top': track(factor(0, 1)).describe('Share of the height that is cut off at the top.'),
  'crop-bottom': track(factor(0, 1)).describe('Share of the height that is cut off at the bottom.'),
};

/** The keyframes of a sound. */
export const soundKeyframes = object({ volume }, { title: 'audio-keyframes' }).describe(
  'Values that change over the time of the element.',
);

const visualKeyframes = object(keyframeFields, { title: 'keyframes' });
const videoKeyframes = object({ ...keyframeFields, volume }, { title: 'video-keyframes' });

const givenOnly = (given: ValuesOf<typeof keyframeFields>): GivenKeyframes =>
  Object.fromEntries(
    Object.keys(keyframeFields)
      .map((name) => [name, given[name as keyof typeof keyframeFields]] as const)
      .filter(([, track]) => track !== null),
  );

/** What animations of all elements have in common. */
export const swingFields = {
  angle: degrees(36_000).orNull().describe('How far it turns, in degrees.'),
  frequency: number({ min: 0.05, max: 20 }).orNull().describe('Swings in a second.'),
  fade: boolean().orNull().describe('Whether it also fades. Default: by style.'),
};

const animationFields = {
  easing: easing.orNull().describe('How the time of the animation passes. Default: by style.'),
  direction: choice<Direction>(DIRECTIONS)
    .orNull()
    .describe('Where the movement goes. Default: by style.'),
  distance: length({ min: 0, max: 16_384 })
    .orNull()
    .describe('How far it moves, in pixels or as a percentage of the box. Default: by style.'),
  scale: factor(0, 20).orNull().describe('The size that is farthest from that at rest.'),
  ...swingFields,
};

const toAnimation = <Style extends string>(
  given: ValuesOf<typeof animationFields> & { readonly style: Style },
): Animation<Style> => ({
  style: given.style,
  easing: given.easing,
  direction: given.direction,
  distance: given.distance,
  scale: given.scale,
  angle: given.angle,
  frequency: given.frequency,
  fade: given.fade,
});

const PLAIN = {
  easing: null,
  direction: null,
  distance: null,
  scale: null,
  angle: null,
  frequency: null,
  fade: null,
};

const entrance: Field<TimedAnimation> = anyOf<TimedAnimation, TimedAnimation>(
  choice<Entrance>(ENTRANCES).map((style) => ({ ...PLAIN, style, durationMs: 500 })),
  object(
    {
      style: choice<Entrance>(ENTRANCES).default('fade').describe('What it looks like.'),
      duration: number({ min: 0.02, max: LONGEST_ANIMATION_SECONDS, unit: 'seconds' })
        .default(0.5)
        .describe('Length in seconds.'),
      ...animationFields,
    },
    { title: 'animation' },
  ).map((given) => ({ ...toAnimation(given), durationMs: Math.round(given.duration * 1000) })),
);

const loop: Field<Animation<Loop>> = anyOf<Animation<Loop>, Animation<Loop>>(
  choice<Loop>(LOOPS).map((style) => ({ ...PLAIN, style })),
  object(
    { style: choice<Loop>(LOOPS).required().describe('What it looks like.'), ...animationFields },
    { title: 'loop-animation' },
  ).map((given) => toAnimation(given)),
);

const point = (field: () => Field<number>, x: string, y: string) =>
  object({ x: field().describe(x), y: field().describe(y) });

const share = () => factor(0, 1).default(0.5);

const scale: Field<{ x: number; y: number }> = anyOf<
  { x: number; y: number },
  { x: number; y: number }
>(
  factor(-20, 20).map((both) => ({ x: both, y: both })),
  point(() => factor(-20, 20).default(1), 'Width as a factor.', 'Height as a factor.'),
);

/** How an element is at rest, and how it moves all the time. */
const restFields = {
  anchor: point(share, '0 is the left edge of the box, 1 the right edge.', '0 is the top edge.')
    .defaultFrom(() => ({ x: 0.5, y: 0.5 }))
    .describe('The point about which the element turns and grows. Default: the center.'),
  scale: scale
    .defaultFrom(() => ({ x: 1, y: 1 }))
    .describe('Size as a factor of the box, about the anchor: a number, or `x` and `y`.'),
  skew: point(
    () => degrees(80).default(0),
    'Degrees by which vertical edges lean.',
    'Degrees by which horizontal edges lean.',
  )
    .defaultFrom(() => ({ x: 0, y: 0 }))
    .describe('Slants the element.'),
  animate: loop.orNull().describe('How the element moves as long as it shows.'),
};

const commonFields = {
  ...restFields,
  'animate-in': entrance.orNull().describe('How the element appears: a style, or its settings.'),
  'animate-out': entrance.orNull().describe('How the element disappears.'),
};

const KEYFRAMES = 'Values that change over the time of the element.';

/** How a picture, a shape, or a group moves. */
export const movementFields = { keyframes: visualKeyframes.describe(KEYFRAMES), ...commonFields };

/** How a video moves. Its keyframes include its volume. */
export const videoMovementFields = {
  keyframes: videoKeyframes.describe(KEYFRAMES),
  ...commonFields,
};

/** How a text moves as a whole. It has its own entrances and exits. */
export const textMovementFields = { keyframes: visualKeyframes.describe(KEYFRAMES), ...restFields };

type Rest = ValuesOf<typeof textMovementFields>;

const toRest = (given: Rest) => ({
  anchor: given.anchor,
  scale: given.scale,
  skew: given.skew,
  keyframes: givenOnly(given.keyframes),
  animate: given.animate,
});

export const toMovement = (given: ValuesOf<typeof movementFields>): ElementMovement => ({
  ...toRest(given),
  animateIn: given['animate-in'],
  animateOut: given['animate-out'],
});

export const toTextMovement = (given: Rest): ElementMovement => ({
  ...toRest(given),
  animateIn: null,
  animateOut: null,
});
