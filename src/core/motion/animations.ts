import { type Keyframe, toTrack } from './keyframes.js';
import { type Channel, type PoseProperty, REST } from './pose.js';

/** How an element appears and disappears. */
export const ENTRANCES = [
  'fade',
  'slide',
  'fly',
  'carousel',
  'wipe',
  'circular-wipe',
  'reveal',
  'zoom',
  'pop',
  'spin',
  'flip',
  'squash',
  'bounce',
  'shake',
  'wiggle',
  'blur',
] as const;
export type Entrance = (typeof ENTRANCES)[number];

/** How an element moves while it shows. */
export const LOOPS = [
  'zoom',
  'ken-burns',
  'pan',
  'slide',
  'spin',
  'shake',
  'wiggle',
  'pulse',
  'bounce',
  'flip',
] as const;
export type Loop = (typeof LOOPS)[number];

export const DIRECTIONS = ['left', 'right', 'up', 'down'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A length in pixels, or as a share of the side of the box along the direction. */
export type Distance = { readonly px: number } | { readonly share: number };

/** An animation by name. Null values follow from the style. */
export interface Animation<Style extends string = Entrance | Loop> {
  readonly style: Style;
  readonly easing: string | null;
  readonly direction: Direction | null;
  readonly distance: Distance | null;
  /** The size where it is farthest from rest, as a factor. */
  readonly scale: number | null;
  /** Degrees. */
  readonly angle: number | null;
  /** Swings in a second. */
  readonly frequency: number | null;
  /** Whether it also fades. */
  readonly fade: boolean | null;
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What an animation moves. */
export interface AnimationSpace {
  /** The box at rest, in pixels of the output. */
  readonly box: Rectangle;
  /** Size of the video. */
  readonly frame: { readonly width: number; readonly height: number };
}

/** When an animation runs, in seconds from the start of the element. */
export interface AnimationTime {
  readonly from: number;
  readonly to: number;
}

const STEPS: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

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

const isAcross = (direction: Direction) => STEPS[direction][0] !== 0;

/** A distance along a direction, in pixels. */
function pixels(animation: Animation, { box }: AnimationSpace, missing: Distance): number {
  const side = isAcross(directionOf(animation)) ? box.width : box.height;
  const distance = animation.distance ?? missing;
  return 'px' in distance ? distance.px : distance.share * side;
}

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

/** The channels with which an element moves all the time that it shows. */
export function loopChannels(
  animation: Animation<Loop>,
  space: AnimationSpace,
  { from, to }: AnimationTime,
): Channel[] {
  const easing = animation.easing ?? 'linear';
  const run = (property: PoseProperty, start: number, end: number): Channel => ({
    property,
    track: [
      { time: from, value: start, easing },
      { time: to, value: end, easing },
    ],
  });
  const swinging = (property: PoseProperty, size: number, frequency: number): Channel => {
    const period = 1 / (animation.frequency ?? frequency);
    const at = (share: number, value: number, by: string) => ({
      time: share * period,
      value,
      easing: by,
    });
    const rest = REST[property];
    const track = [
      at(0, rest, 'linear'),
      at(0.25, rest + size, 'sine-out'),
      at(0.5, rest, 'sine-in'),
      at(0.75, rest - size, 'sine-out'),
      at(1, rest, 'sine-in'),
    ];
    return { property, track, repeat: period };
  };
  const direction = animation.direction ?? 'right';
  const [stepX, stepY] = STEPS[direction];
  const given = { ...animation, direction };
  switch (animation.style) {
    case 'zoom':
      return ['scale-x' as const, 'scale-y' as const].map((side) =>
        run(side, 1, animation.scale ?? 1.2),
      );
    case 'ken-burns': {
      const scale = animation.scale ?? 1.2;
      // The view stays within the picture: at the end, it may move by half of what the picture is larger.
      const room = animation.direction === null ? 0 : (scale - 1) / 2;
      return [
        run('view-scale', 1, scale),
        run('view-x', 0, -stepX * room),
        run('view-y', 0, -stepY * room),
      ].filter(({ track }) => track[0]!.value !== track[1]!.value);
    }
    case 'pan': {
      const side = isAcross(direction) ? space.box.width : space.box.height;
      const share = Math.min(0.5, pixels(given, space, { share: 0.1 }) / side);
      const scale = 1 / (1 - share);
      const room = (scale - 1) / 2;
      const still = [{ time: 0, value: scale, easing: 'linear' }];
      return [
        { property: 'view-scale', track: still },
        stepX === 0
          ? run('view-y', stepY * room, -stepY * room)
          : run('view-x', stepX * room, -stepX * room),
      ];
    }
    case 'slide': {
      const distance = pixels(given, space, { share: 0.1 });
      return stepX === 0 ? [run('y', 0, stepY * distance)] : [run('x', 0, stepX * distance)];
    }
    case 'spin': {
      const turn = (animation.angle ?? 360) * (direction === 'left' ? -1 : 1);
      return [run('rotation', 0, turn)];
    }
    case 'shake':
      return [swinging(stepX === 0 ? 'y' : 'x', pixels(given, space, { share: 0.01 }), 4)];
    case 'wiggle':
      return [swinging('rotation', animation.angle ?? 3, 1)];
    case 'pulse': {
      const size = ((animation.scale ?? 1.1) - 1) / 2;
      return ['scale-x' as const, 'scale-y' as const].map((side) => swinging(side, size, 1));
    }
    case 'bounce': {
      const up = animation.direction ?? 'up';
      const period = 1 / (animation.frequency ?? 1);
      const distance = pixels({ ...animation, direction: up }, space, { share: 0.1 });
      const [x, y] = STEPS[up];
      const property = x === 0 ? 'y' : 'x';
      const track = [
        { time: 0, value: 0, easing: 'linear' },
        { time: period / 2, value: (x + y) * distance, easing: 'quad-out' },
        { time: period, value: 0, easing: 'quad-in' },
      ];
      return [{ property, track, repeat: period }];
    }
    case 'flip': {
      const property = isAcross(direction) ? 'scale-x' : 'scale-y';
      const period = 1 / (animation.frequency ?? 0.5);
      const track = [
        { time: 0, value: 1, easing: 'linear' },
        { time: period / 2, value: -1, easing: 'sine-in-out' },
        { time: period, value: 1, easing: 'sine-in-out' },
      ];
      return [{ property, track, repeat: period }];
    }
    default:
      return animation.style satisfies never;
  }
}
