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

/** A box in pixels. */
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

/** Where each direction goes. */
export const STEPS: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** Whether a direction goes to the left or to the right. */
export const isAcross = (direction: Direction): boolean => STEPS[direction][0] !== 0;

/** The distance of an animation along a direction, in pixels. */
export function distanceOf(
  { distance }: Animation,
  direction: Direction,
  { box }: AnimationSpace,
  missing: Distance,
): number {
  const given = distance ?? missing;
  if ('px' in given) return given.px;
  return given.share * (isAcross(direction) ? box.width : box.height);
}
