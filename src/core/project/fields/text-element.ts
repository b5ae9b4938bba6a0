import { object, type ValuesOf } from '../../fields/composites.js';
import { easing } from '../../fields/easing.js';
import { type Field, type FieldPlace, missingMessage } from '../../fields/field.js';
import { anyOf, choice, number, text } from '../../fields/scalars.js';
import { DIRECTIONS, type Direction } from '../../motion/animations.js';
import { cleanText } from '../../text/clean-text.js';
import {
  TEXT_ANIMATIONS,
  TEXT_PARTS,
  type TextAnimation,
  type TextAnimationStyle,
  type TextElement,
  type TextPartKind,
} from '../types/index.js';
import { fontExtent } from './extents.js';
import { swingFields } from './movement.js';
import { PLAIN_RUN, textRuns } from './text-runs.js';
import { textSettings } from './text-settings.js';

const LONGEST_ANIMATION_SECONDS = 10;
const LONGEST_TEXT = 5_000;

/** Styles with a direction in their name. */
const DIRECTED: Readonly<Record<string, Direction>> = {
  'slide-up': 'up',
  'slide-down': 'down',
  'slide-left': 'left',
  'slide-right': 'right',
};
const STYLES = [...TEXT_ANIMATIONS, 'slide-up', 'slide-down', 'slide-left', 'slide-right'] as const;

type GivenStyle = (typeof STYLES)[number];

/** The style without the direction in its name, and this direction. */
const styled = (style: GivenStyle) => ({
  style: style in DIRECTED ? 'slide' : (style as TextAnimationStyle),
  named: DIRECTED[style] ?? null,
});

const animationSettings: Field<TextAnimation> = object(
  {
    style: choice<GivenStyle>(STYLES)
      .default('fade')
      .describe(
        '`slide` comes from nearby, `fly` from outside of the frame, and `reveal` from behind the edge of its line. `typewriter` shows letter by letter, `words` word by word. The others are those of [animation](#animation).',
      ),
    duration: number({ min: 0.02, max: LONGEST_ANIMATION_SECONDS, unit: 'seconds' })
      .default(0.5)
      .describe('Length of the animation in seconds. With `stagger`, that of each part.'),
    by: choice<TextPartKind>(TEXT_PARTS, { character: 'letter' })
      .default('element')
      .describe('What moves by itself: the whole text (`element`), or each line, word, or letter.'),
    easing: easing.orNull().describe('How the time of the animation passes. Default: by style.'),
    stagger: number({ min: 0, max: LONGEST_ANIMATION_SECONDS, unit: 'seconds' })
      .orNull()
      .describe(
        'Time between the starts of neighboring parts, in seconds. Default: all parts move within the duration, and start within its first 60 %.',
      ),
    direction: choice<Direction>(DIRECTIONS)
      .orNull()
      .describe('Where the movement goes. Default: by style; `up` for most.'),
    distance: fontExtent({ min: 0, max: 8192 })
      .orNull()
      .describe(
        'How far the text moves. Default: twice the font size for `slide`, the frame for `fly`, its line for `reveal`, and by style for the others.',
      ),
    scale: number({ min: 0, max: 10 })
      .orNull()
      .describe(
        'Size at the start of `pop` (0.5), `zoom` (0), `spin` (1), and `squash` (0). 1 is the size at rest.',
      ),
    ...swingFields,
  },
  { title: 'text-animation' },
).map((given): TextAnimation => {
  const { style, named } = styled(given.style);
  return {
    style,
    durationMs: Math.round(given.duration * 1000),
    by: given.by,
    easing: given.easing,
    staggerMs: given.stagger === null ? null : Math.round(given.stagger * 1000),
    direction: named ?? given.direction,
    distance: given.distance,
    scale: given.scale,
    angle: given.angle,
    frequency: given.frequency,
    fade: given.fade,
  };
});

/** How a text appears or disappears: a style, or its settings. */
const textAnimation: Field<TextAnimation> = anyOf<TextAnimation, TextAnimation>(
  choice<GivenStyle>(STYLES).map((given) => {
    const { style, named } = styled(given);
    return { ...PLAIN, style, direction: named };
  }),
  animationSettings,
);

const PLAIN: Omit<TextAnimation, 'style' | 'direction'> = {
  ...{ durationMs: 500, by: 'element', easing: null, staggerMs: null, distance: null },
  ...{ scale: null, angle: null, frequency: null, fade: null },
};

/** The content of a text element, and its animations. */
export const textFields = {
  text: text(LONGEST_TEXT)
    .map((given, { pointer, issues }) => {
      const lines = given.split(/\r\n|[\n\r\u2028]/).map(cleanText);
      if (given !== '' && lines.every((line) => line === '')) {
        issues.add(pointer, '"text" has no visible characters. Enter the text to show.');
      }
      return lines.join('\n');
    })
    .orNull()
    .describe(
      'The text to show. Lines break at line breaks in the text and at the edge of the box.',
    ),
  runs: textRuns,
  settings: textSettings.describe('Look of the text.'),
  'animate-in': textAnimation
    .orNull()
    .describe('How the text appears. Default: without an animation.'),
  'animate-out': textAnimation
    .orNull()
    .describe('How the text disappears. Default: without an animation.'),
};

export function toText(
  given: ValuesOf<typeof textFields>,
  { pointer, issues }: FieldPlace,
): Pick<TextElement, 'text' | 'runs' | 'settings' | 'animateIn' | 'animateOut'> {
  const runs = given.runs ?? [{ text: given.text ?? '', settings: PLAIN_RUN }];
  const all = runs.map((run) => run.text).join('');
  if (given.text === null && given.runs === null) {
    issues.add(`${pointer}/text`, missingMessage('text', 'the text to show, or "runs"'));
  } else if (given.text !== null && given.runs !== null) {
    issues.add(`${pointer}/runs`, '"text" and "runs" cannot be combined. Keep one of them.');
  } else if (all.length > LONGEST_TEXT) {
    const most = `Expected "runs" to have at most ${LONGEST_TEXT} characters together`;
    issues.add(`${pointer}/runs`, `${most}, but got ${all.length}.`);
  }
  return {
    text: all,
    runs,
    settings: given.settings,
    animateIn: given['animate-in'],
    animateOut: given['animate-out'],
  };
}
