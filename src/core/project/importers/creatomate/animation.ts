import { reverseEasing } from '../../../motion/entrances.js';
import { isJsonObject } from '../../../util/json-object.js';
import { asWritten } from '../as-written.js';
import type { Members } from '../members.js';
import { easingName, type Key, type KeyTime } from './keyframes.js';
import { propsOf, type Stage } from './script.js';
import { ANIMATION_SECONDS } from './tracks.js';
import { clamp, namedShare, round, secondsOf, shareOf } from './units.js';

/** When an animation plays: over the whole length of an element, from a time on, or until its end. */
export type Window =
  | { readonly kind: 'whole' }
  | { readonly kind: 'from'; readonly at: number; readonly seconds: number }
  | { readonly kind: 'end'; readonly seconds: number };

/** An animation of an element. */
export interface Animation {
  readonly type: string;
  readonly props: Members;
  readonly window: Window;
  /** Whether it plays backward, so that the element is at rest first. */
  readonly isReversed: boolean;
  readonly isTransition: boolean;
  readonly easing: string;
  /** Whether the element also fades; null if the animation does not say so. */
  readonly fades: boolean | null;
}

const LONGEST = 60;
const SHORTEST = 0.02;

/** Reads the animations of an element. */
export function animationsOf(element: Members, stage: Stage): Animation[] {
  const { report, isStill } = stage.script;
  const given = element.get('animations');
  const at = element.at('animations');
  // In a picture, nothing has a time.
  if (given === undefined || isStill) return [];
  if (!Array.isArray(given)) {
    report.note(at, 'Animations are a list. They are left out.');
    return [];
  }
  return given.flatMap((item: unknown, index) => {
    const place = `${at}/${index}`;
    if (!isJsonObject(item) || typeof item['type'] !== 'string') {
      if (item !== null) report.note(place, 'An animation has a type. It is left out.');
      return [];
    }
    return [animationOf(propsOf(item, place), stage)];
  });
}

function animationOf(props: Members, stage: Stage): Animation {
  const { report } = stage.script;
  const fade = props.get('fade');
  for (const name of ['track', 'property']) props.get(name);
  return {
    type: String(props.get('type')),
    props,
    window: windowOf(props, stage),
    isReversed: props.get('reversed') === true,
    isTransition: props.get('transition') === true,
    easing: easingName(props.get('easing'), props.at('easing'), report),
    fades: typeof fade === 'boolean' ? fade : null,
  };
}

function windowOf(props: Members, stage: Stage): Window {
  const { report } = stage.script;
  const time = props.get('time');
  const duration = props.get('duration');
  const read = duration === undefined ? null : secondsOf(duration);
  if (duration !== undefined && read === null)
    report.note(
      props.at('duration'),
      `The duration "${asWritten(duration).slice(0, 60)}" is unknown, so it is ${ANIMATION_SECONDS} second.`,
    );
  const seconds = clamp(read ?? ANIMATION_SECONDS, SHORTEST, LONGEST);
  const isTransition = props.get('transition') === true;
  if (time === undefined && duration === undefined && !isTransition) return { kind: 'whole' };
  if (time === 'end') return { kind: 'end', seconds };
  if (time === undefined || time === 'start') return { kind: 'from', at: 0, seconds };
  const at = secondsOf(time);
  if (at === null)
    report.note(
      props.at('time'),
      `The time "${asWritten(time).slice(0, 60)}" is unknown, so the animation begins at the start.`,
    );
  return { kind: 'from', at: Math.max(0, at ?? 0), seconds };
}

/** When a share of an animation has passed. */
export function timeIn(window: Window, share: number): KeyTime {
  switch (window.kind) {
    case 'whole':
      return { share };
    case 'from':
      return { seconds: window.at + window.seconds * share };
    case 'end':
      return share === 1 ? { share: 1 } : { beforeEnd: window.seconds * (1 - share) };
    default:
      return window satisfies never;
  }
}

/** Keyframes from a value to one at rest, or backward if the animation is reversed. */
export function wayOf(
  { window, isReversed, easing }: Animation,
  away: number,
  rest: number,
  own: string = easing,
): Key[] {
  const [from, to] = isReversed ? [rest, away] : [away, rest];
  return [
    { time: timeIn(window, 0), value: from, easing: 'linear' },
    { time: timeIn(window, 1), value: to, easing: isReversed ? reverseEasing(own) : own },
  ];
}

/** An option that is a percentage. */
export function shareOption(
  { props }: Animation,
  name: string,
  missing: number,
  stage: Stage,
): number {
  const given = props.get(name);
  if (given === undefined) return missing;
  const share = namedShare(given) ?? shareOf(given);
  if (share === null) {
    const { report } = stage.script;
    report.note(
      props.at(name),
      `The value "${asWritten(given).slice(0, 60)}" is unknown, so it is ${round(100 * missing)}%.`,
    );
  }
  return share ?? missing;
}

/** An option that is a number with a unit, such as an angle or a frequency. */
export function numberOption(
  { props }: Animation,
  name: string,
  {
    missing,
    read,
    stage,
  }: {
    readonly missing: number;
    readonly read: (value: unknown) => number | null;
    readonly stage: Stage;
  },
): number {
  const given = props.get(name);
  if (given === undefined) return missing;
  const number = read(given);
  if (number === null) {
    const { report } = stage.script;
    report.note(
      props.at(name),
      `The value "${asWritten(given).slice(0, 60)}" is unknown, so it is ${missing}.`,
    );
  }
  return number ?? missing;
}

export type Direction = 'left' | 'right' | 'up' | 'down';
const ANGLES: Readonly<Record<Direction, number>> = { right: 0, up: 90, left: 180, down: 270 };

/** Where something goes, in degrees counterclockwise from the right. Names of directions are understood, too. */
export function angleOption(
  animation: Animation,
  name: string,
  missing: number,
  stage: Stage,
  read: (value: unknown) => number | null,
): number {
  const given = animation.props.get(name);
  if (typeof given === 'string' && Object.hasOwn(ANGLES, given)) return ANGLES[given as Direction];
  const angle = numberOption(animation, name, { missing, read, stage });
  return ((angle % 360) + 360) % 360;
}

/** The direction that comes nearest to an angle. */
export function directionOf(angle: number): Direction {
  const quarter = Math.round(angle / 90) % 4;
  return (['right', 'up', 'left', 'down'] as const)[quarter]!;
}

export const OPPOSITE: Readonly<Record<Direction, Direction>> = {
  left: 'right',
  right: 'left',
  up: 'down',
  down: 'up',
};

/** Notes the options of an animation that nothing has read. */
export function noteUnreadOptions({ props, type }: Animation, stage: Stage): void {
  for (const name of props.unreadNames())
    stage.script.report.note(props.at(name), `"${name}" of "${type}" has no effect here.`);
}
