import { reverseEasing } from '../../../motion/entrances.js';
import {
  type Animation,
  directionOf,
  angleOption,
  noteUnreadOptions,
  numberOption,
  shareOption,
} from './animation.js';
import type { Stage } from './script.js';
import { clamp, degreesOf, numberIn, round, secondsOf } from './units.js';

/** What the animations of a text become. */
export interface TextMotion {
  in: object | null;
  out: object | null;
  /** Seconds by which the text appears later, because an animation that begins then hides it before. */
  delay: number;
}

const BOUNDS = { min: 0.05, max: 10 };

interface TextStyle {
  readonly style: string;
  readonly more?: object;
  /** What is different, if it only comes near. */
  readonly note?: string;
}

type TextAnimator = (animation: Animation, context: Context) => TextStyle;

interface Context {
  readonly stage: Stage;
  /** Size of the letters in pixels, or null. */
  readonly fontSize: number | null;
}

const ANIMATORS: Readonly<Record<string, TextAnimator>> = {
  'text-slide': slide,
  'text-fly': () => ({
    style: 'zoom',
    more: { scale: 3 },
    note: 'Letters fly in without perspective.',
  }),
  'text-appear': (animation, { stage }) => {
    if (shareOption(animation, 'start-opacity', 0, stage) > 0)
      stage.script.report.note(
        animation.props.at('start-opacity'),
        'Parts that have not appeared are not seen.',
      );
    return { style: animation.fades === false ? 'words' : 'fade' };
  },
  'text-typewriter': () => ({ style: 'typewriter' }),
  'text-counter': () => ({ style: 'fade', note: 'Numbers do not count. The text fades in.' }),
  'text-reveal': reveal,
  'text-scale': (animation, { stage }) => {
    for (const name of ['x-anchor', 'y-anchor']) animation.props.get(name);
    const axis = animation.props.get('axis');
    if (axis === 'x' || axis === 'y')
      stage.script.report.note(animation.props.at('axis'), 'Parts grow in both directions.');
    return { style: 'zoom', more: { scale: 0 } };
  },
  'text-spin': (animation, { stage }) => {
    const { props } = animation;
    for (const name of ['anchor-x', 'anchor-y', 'x-anchor', 'y-anchor', 'direction'])
      props.get(name);
    numberOption(animation, 'rotation', { missing: 90, read: degreesOf, stage });
    props.get('distance');
    return { style: 'spin', note: 'Parts turn about their middles.' };
  },
  'text-wave': (animation) => {
    for (const name of ['frequency', 'wavelength', 'distance']) animation.props.get(name);
    return { style: 'slide', note: 'Parts come from below, without a wave.' };
  },
};

export const isTextAnimation = ({ type }: Animation) => type.startsWith('text-');

function slide(animation: Animation, { stage, fontSize }: Context): TextStyle {
  const { props } = animation;
  const scope = props.get('scope');
  const direction = directionOf(angleOption(animation, 'direction', 90, stage, degreesOf));
  const share = shareOption(animation, 'distance', 1, stage);
  const effect = props.get('background-effect');
  const isMoved = effect !== undefined && effect !== 'disabled';
  const note = isMoved ? { note: 'The background moves with its line.' } : {};
  if (scope === 'split-clip') return { style: 'reveal', more: { direction }, ...note };
  if (scope === 'composition') return { style: 'fly', more: { direction }, ...note };
  const distance =
    fontSize === null ? {} : { distance: Math.round(clamp(share * fontSize, 0, 8192)) };
  return { style: 'slide', more: { direction, ...distance }, ...note };
}

function reveal(animation: Animation, { stage }: Context): TextStyle {
  const { props } = animation;
  props.get('scope');
  props.get('start-reveal');
  const axis = props.get('axis');
  const x = shareOption(animation, 'x-anchor', 0.5, stage);
  const y = shareOption(animation, 'y-anchor', 0.5, stage);
  const across = x < 0.5 ? 'right' : 'left';
  const down = y < 0.5 ? 'down' : 'up';
  return {
    style: 'reveal',
    more: { direction: axis === 'x' ? across : down },
    note: 'Parts come out from behind an edge.',
  };
}

const PARTS: Readonly<Record<string, string>> = {
  ...{ line: 'line', word: 'word', letter: 'letter', character: 'letter' },
  ...{ lines: 'line', words: 'word', letters: 'letter' },
};

/** Adds an animation of the parts of a text. @returns false if another one is in its place */
export function addTextAnimation(
  animation: Animation,
  motion: TextMotion,
  seconds: number | null,
  context: Context,
): void {
  const { report } = context.stage.script;
  const { props, type, window, isReversed, easing } = animation;
  const animator = Object.hasOwn(ANIMATORS, type) ? ANIMATORS[type]! : null;
  if (animator === null)
    return report.note(
      props.at('type'),
      `The animation "${type.slice(0, 60)}" is not available. It is left out.`,
    );
  const { style, more = {}, note } = animator(animation, context);
  if (note !== undefined) report.note(props.at('type'), note);
  const split = props.get('split');
  const by = typeof split === 'string' && Object.hasOwn(PARTS, split) ? PARTS[split]! : 'word';
  const order = props.get('order');
  if (order !== undefined && order !== 'default')
    report.note(props.at('order'), 'Parts move from the first to the last one.');
  props.get('overlap');
  const isTyped = style === 'typewriter' || style === 'words';
  const typing = secondsOf(props.get('typing-duration'));
  const typingStart = secondsOf(props.get('typing-start')) ?? 0;
  for (const name of ['cursor-frequency', 'perspective', 'counting-start', 'counting-duration']) {
    const value = props.get(name);
    if (name === 'cursor-frequency' && value !== undefined && numberIn(value, ['hz']) !== 0)
      report.note(props.at(name), 'There is no cursor.');
  }
  const whole = window.kind === 'whole' ? (seconds ?? BOUNDS.max) : window.seconds;
  const length = clamp(round(typing ?? whole), BOUNDS.min, BOUNDS.max);
  const begins = startOf(animation, seconds);
  noteUnreadOptions(animation, context.stage);
  const value = {
    style,
    ...(isTyped ? {} : { by }),
    ...more,
    duration: length,
    ...(easing === 'linear' || isTyped
      ? {}
      : { easing: isReversed ? reverseEasing(easing) : easing }),
  };
  if (isReversed) {
    if (window.kind === 'from') report.note(props.pointer, 'The text leaves at its end.');
    if (motion.out !== null)
      report.note(props.pointer, 'A text leaves with one animation. This one is left out.');
    else motion.out = value;
    return;
  }
  if (motion.in !== null)
    return report.note(props.pointer, 'A text appears with one animation. This one is left out.');
  motion.in = value;
  if (begins === null)
    report.noteUnknown(
      props.pointer,
      'The length of the text is not known before its media are read, so it appears at its start.',
    );
  motion.delay = Math.max(motion.delay, (begins ?? 0) + typingStart);
}

function startOf({ window }: Animation, seconds: number | null): number | null {
  if (window.kind === 'whole') return 0;
  if (window.kind === 'from') return window.at;
  return seconds === null ? null : Math.max(0, seconds - window.seconds);
}

/** Animations of the whole element that a text has, too. */
const WHOLE: Readonly<Record<string, (animation: Animation, stage: Stage) => object>> = {
  fade: () => ({ style: 'fade' }),
  scale: (animation, stage) => ({
    style: 'zoom',
    scale: clamp(shareOption(animation, 'start-scale', 0, stage), 0, 10),
  }),
  slide: (animation, stage) => ({
    style: 'fly',
    direction: directionOf(angleOption(animation, 'direction', 180, stage, degreesOf)),
  }),
  spin: () => ({ style: 'spin', scale: 1 }),
  flip: () => ({ style: 'flip' }),
};

/** Adds an animation of the whole element, as far as a text has it. @returns false if it cannot */
export function addWholeAnimation(
  animation: Animation,
  motion: TextMotion,
  seconds: number | null,
  stage: Stage,
): boolean {
  const { type, window, isReversed, easing } = animation;
  if (!Object.hasOwn(WHOLE, type) || window.kind === 'whole') return false;
  const slot = isReversed ? 'out' : 'in';
  if (motion[slot] !== null) return false;
  const begins = startOf(animation, seconds);
  if (isReversed ? window.kind !== 'end' : begins === null) return false;
  const value = {
    ...WHOLE[type]!(animation, stage),
    by: 'element',
    duration: clamp(round(window.seconds), BOUNDS.min, BOUNDS.max),
    ...(easing === 'linear' ? {} : { easing }),
  };
  motion[slot] = value;
  if (!isReversed) motion.delay = Math.max(motion.delay, begins ?? 0);
  return true;
}
