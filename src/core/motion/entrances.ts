import {
  type Animation,
  type AnimationSpace,
  type AnimationTime,
  type Direction,
  type Distance,
  distanceOf,
  type Entrance,
  isAcross,
  STEPS,
} from './animations.js';
import { type Keyframe, toTrack } from './keyframes.js';
import { type Channel, type PoseProperty, REST } from './pose.js';

type Away = Partial<Record<PoseProperty, number>>;

/** A style: the pose in which it begins, and what else is particular to it. */
interface EntranceStyle {
  /** @param leaves true if the element disappears */
  readonly away: (animation: Animation, space: AnimationSpace, leaves: boolean) => Away;
  readonly easing?: string;
  readonly fades?: boolean;
  readonly direction?: Direction;
  /** For swings, which end at rest instead of going to it. */
  readonly swings?: (
    animation: Animation,
    space: AnimationSpace,
  ) => readonly [PoseProperty, number];
  readonly frequency?: number;
}

const directionOf = (animation: Animation) =>
  animation.direction ?? STYLES[animation.style as Entrance]?.direction ?? 'up';

const pixels = (animation: Animation, space: AnimationSpace, missing: Distance) =>
  distanceOf(animation, directionOf(animation), space, missing);

/** Where the box is before it has moved into its place in a direction, or after it has moved out of it. */
function moved(animation: Animation, distance: number, leaves: boolean): Away {
  const [x, y] = STEPS[directionOf(animation)];
  const sign = leaves ? 1 : -1;
  return { x: sign * x * distance, y: sign * y * distance };
}

/** How far the box must move in a direction until it is outside of the frame. */
function distanceOut(direction: Direction, { box, frame }: AnimationSpace): number {
  return {
    left: box.x + box.width,
    right: frame.width - box.x,
    up: box.y + box.height,
    down: frame.height - box.y,
  }[direction];
}

const OPPOSITE: Readonly<Record<Direction, Direction>> = {
  left: 'right',
  right: 'left',
  up: 'down',
  down: 'up',
};

const EDGES: Readonly<Record<Direction, PoseProperty>> = {
  left: 'crop-left',
  right: 'crop-right',
  up: 'crop-top',
  down: 'crop-bottom',
};

const sized = (scale: number): Away => ({ 'scale-x': scale, 'scale-y': scale });

const STYLES: Readonly<Record<Entrance, EntranceStyle>> = {
  fade: { away: () => ({}), easing: 'linear', fades: true },
  slide: {
    away: (animation, space, leaves) =>
      moved(animation, pixels(animation, space, { share: 0.25 }), leaves),
    fades: true,
  },
  fly: {
    away: (animation, space, leaves) => {
      const direction = directionOf(animation);
      const out = distanceOut(leaves ? direction : OPPOSITE[direction], space);
      return moved(
        animation,
        animation.distance ? pixels(animation, space, animation.distance) : out,
        leaves,
      );
    },
  },
  carousel: {
    away: (animation, { frame }, leaves) =>
      moved(animation, isAcross(directionOf(animation)) ? frame.width : frame.height, leaves),
    direction: 'left',
    easing: 'quad-in-out',
  },
  wipe: {
    away: (animation, _, leaves) => {
      const direction = directionOf(animation);
      return { [EDGES[leaves ? OPPOSITE[direction] : direction]]: 1 };
    },
    direction: 'right',
    easing: 'linear',
  },
  'circular-wipe': { away: () => ({ circle: 0 }), easing: 'linear' },
  reveal: {
    away: (animation, _, leaves) => {
      const [x, y] = STEPS[directionOf(animation)];
      const sign = leaves ? 1 : -1;
      return { 'view-x': sign * x, 'view-y': sign * y };
    },
  },
  zoom: { away: ({ scale }) => sized(scale ?? 0.5), fades: true },
  pop: { away: ({ scale }) => sized(scale ?? 0), easing: 'back-out' },
  spin: {
    away: (animation, _, leaves) => ({
      ...sized(animation.scale ?? 0),
      rotation:
        (animation.angle ?? 180) * (directionOf(animation) === 'left' ? 1 : -1) * (leaves ? -1 : 1),
    }),
    direction: 'right',
    fades: true,
  },
  flip: {
    away: (animation) => ({ [isAcross(directionOf(animation)) ? 'scale-x' : 'scale-y']: 0 }),
    direction: 'right',
    // An edge that turns evenly in space approaches as a sine.
    easing: 'sine-out',
  },
  squash: {
    away: ({ scale }) => ({ 'scale-x': 1 + (1 - (scale ?? 0)) / 2, 'scale-y': scale ?? 0 }),
    easing: 'elastic-out',
  },
  bounce: {
    away: (animation, space) => {
      const direction = directionOf(animation);
      const out = distanceOut(OPPOSITE[direction], space);
      const distance = animation.distance ? pixels(animation, space, animation.distance) : out;
      return moved(animation, distance, false);
    },
    direction: 'down',
    easing: 'bounce-out',
  },
  shake: {
    away: () => ({}),
    swings: (animation, space) => [
      isAcross(directionOf(animation)) ? 'x' : 'y',
      pixels(animation, space, { share: 0.03 }),
    ],
    direction: 'right',
    frequency: 8,
  },
  wiggle: { away: () => ({}), swings: ({ angle }) => ['rotation', angle ?? 5], frequency: 4 },
  blur: {
    away: (animation, space) => ({ blur: pixels(animation, space, { px: 20 }) }),
    fades: true,
  },
};

/** An easing for the way out that is its way in, played backward. */
const BACKWARD: readonly (readonly [RegExp, string])[] = [
  [/-in-out$/, '-in-out'],
  [/-out$/, '-in'],
  [/-in$/, '-out'],
];

/** The easing that goes the same way backward, where it has a name. Others stay the same. */
export function reverseEasing(name: string): string {
  for (const [pattern, end] of BACKWARD) {
    if (pattern.test(name)) return name.replace(pattern, end);
  }
  const curve = /^cubic-bezier\((.*)\)$/.exec(name === 'ease' ? EASE : name);
  if (!curve) return name;
  const [x1, y1, x2, y2] = curve[1]!.split(',').map(Number) as [number, number, number, number];
  const rounded = [1 - x2, 1 - y2, 1 - x1, 1 - y1].map((value) => Number(value.toFixed(9)));
  return `cubic-bezier(${rounded.join(', ')})`;
}

const EASE = 'cubic-bezier(0.25, 0.1, 0.25, 1)';

/** The channels with which an element appears: from where it is away to rest. */
export function entranceChannels(
  animation: Animation<Entrance>,
  space: AnimationSpace,
  { from, to }: AnimationTime,
): Channel[] {
  return entrance(animation, space, false, (property, away, easing) => [
    { time: from, value: away, easing },
    { time: to, value: REST[property], easing },
  ]);
}

/** The channels with which an element disappears. Without an easing, it leaves as it would come, backward. */
export function exitChannels(
  animation: Animation<Entrance>,
  space: AnimationSpace,
  { from, to }: AnimationTime,
): Channel[] {
  return entrance(animation, space, true, (property, away, easing) => [
    { time: from, value: REST[property], easing },
    { time: to, value: away, easing },
  ]);
}

function entrance(
  animation: Animation<Entrance>,
  space: AnimationSpace,
  leaves: boolean,
  way: (property: PoseProperty, away: number, easing: string) => Keyframe[],
): Channel[] {
  const style = STYLES[animation.style];
  const usual = style.easing ?? 'cubic-out';
  const easing = animation.easing ?? (leaves ? reverseEasing(usual) : usual);
  const away = Object.entries(style.away(animation, space, leaves)) as [PoseProperty, number][];
  const channels: Channel[] = away
    .filter(([property, value]) => value !== REST[property])
    .map(([property, value]) => ({ property, track: way(property, value, easing) }));
  // An easing that swings beyond the end would make the opacity swing.
  if (animation.fade ?? style.fades ?? false) {
    channels.push({ property: 'opacity', track: way('opacity', 0, calm(easing)) });
  }
  if (style.swings) channels.push(swing(animation, space, style, way));
  return channels;
}

const calm = (easing: string) => (/^(back|elastic|bounce|spring)/.test(easing) ? 'linear' : easing);

/** A swing that calms down, or that grows before the element disappears. */
function swing(
  animation: Animation<Entrance>,
  space: AnimationSpace,
  style: EntranceStyle,
  way: (property: PoseProperty, away: number, easing: string) => Keyframe[],
): Channel {
  const [property, size] = style.swings!(animation, space);
  const [first, last] = way(property, 1, 'linear') as [Keyframe, Keyframe];
  const seconds = last.time - first.time;
  const halves = Math.max(
    1,
    Math.round(2 * (animation.frequency ?? style.frequency ?? 4) * seconds),
  );
  const time = (half: number) => first.time + (half * seconds) / halves;
  // The strength at a time, from the values of the two keyframes.
  const strength = (half: number) => first.value + ((last.value - first.value) * half) / halves;
  const track: Keyframe[] = [{ time: first.time, value: 0, easing: 'linear' }];
  for (let half = 0; half < halves; half++) {
    const sign = half % 2 === 0 ? 1 : -1;
    track.push(
      { time: time(half + 0.5), value: sign * size * strength(half + 0.5), easing: 'sine-out' },
      { time: time(half + 1), value: 0, easing: 'sine-in' },
    );
  }
  return { property, track: toTrack(track) };
}
