import { object, type ValuesOf } from '../../fields/composites.js';
import { type Field, type FieldPlace, missingMessage } from '../../fields/field.js';
import { choice, number, text } from '../../fields/scalars.js';
import { cleanText } from '../../text/clean-text.js';
import {
  TEXT_ANIMATIONS,
  type TextAnimation,
  type TextAnimationStyle,
  type TextElement,
} from '../types/index.js';
import { PLAIN_RUN, textRuns } from './text-runs.js';
import { textSettings } from './text-settings.js';

const LONGEST_ANIMATION_SECONDS = 10;
const LONGEST_TEXT = 5_000;

/** How a text appears or disappears. */
const textAnimation: Field<TextAnimation> = object(
  {
    style: choice<TextAnimationStyle>(TEXT_ANIMATIONS)
      .default('fade')
      .describe('`typewriter` reveals letter by letter, `words` word by word.'),
    duration: number({ min: 0.05, max: LONGEST_ANIMATION_SECONDS, unit: 'seconds' })
      .default(0.5)
      .describe('Length of the animation in seconds.'),
  },
  { title: 'text-animation' },
).map(({ style, duration }) => ({ style, durationMs: Math.round(duration * 1000) }));

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
