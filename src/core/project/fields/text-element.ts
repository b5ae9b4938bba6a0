import { object, type ValuesOf } from '../../fields/composites.js';
import type { Field } from '../../fields/field.js';
import { choice, boolean, integer, number, text } from '../../fields/scalars.js';
import {
  type HorizontalAlign,
  TEXT_ANIMATIONS,
  type TextAnimation,
  type TextAnimationStyle,
  type TextSettings,
} from '../types/index.js';
import { cleanText } from '../../text/clean-text.js';
import { pixels } from './lengths.js';
import { color, family } from './values.js';

const LONGEST_ANIMATION_SECONDS = 10;
const colorOr = (missing: string) => color().defaultFrom(() => missing);

/** The look of a text. */
export const textSettings: Field<TextSettings> = object(
  {
    'font-family': family.describe('An installed font family.'),
    'font-size': pixels({ min: 4, max: 1000 })
      .defaultFrom(({ frame }) => Math.max(4, Math.round(frame.height / 12)))
      .describe('Font size in pixels of the output. Default: a 12th of the frame height.'),
    'font-weight': integer({ min: 100, max: 900 })
      .default(700)
      .describe('400 is regular, 700 is bold. Uses the nearest weight of the family.'),
    'font-color': colorOr('#FFFFFFFF').describe('Color of the letters. Default: white.'),
    'line-height': number({ min: 0.5, max: 4 })
      .default(1.2)
      .describe('Distance between baselines, as a multiple of the font size.'),
    'letter-spacing': pixels({ min: -20, max: 200 })
      .default(0)
      .describe('Extra space between letters in pixels.'),
    'text-align': choice<HorizontalAlign>(['left', 'center', 'right'])
      .default('center')
      .describe('Alignment of the lines in the box.'),
    'all-caps': boolean().default(false).describe('Shows all letters in uppercase.'),
    'outline-color': colorOr('#000000FF').describe('Color of the outline. Default: black.'),
    'outline-width': pixels({ min: 0, max: 50 })
      .default(0)
      .describe('Width of the outline in pixels. 0 is no outline.'),
    'shadow-color': colorOr('#00000080').describe('Color of the shadow. Default: `#00000080`.'),
    'shadow-offset': pixels({ min: 0, max: 50 })
      .default(0)
      .describe('Offset of the shadow to the right and down, in pixels.'),
    'box-color': color().orNull().describe('Color of a box behind the text. Default: no box.'),
    'box-padding': pixels({ min: 0, max: 200 })
      .orNull()
      .describe(
        'Distance from the text to the edge of the box, in pixels. Default: 0.3 of the font size.',
      ),
    'box-radius': pixels({ min: 0, max: 500 })
      .default(0)
      .describe('Radius of the corners of the box, in pixels.'),
  },
  {
    title: 'text-settings',
    aliases: { color: 'font-color', 'background-color': 'box-color' },
  },
).map((given) => ({
  fontFamily: given['font-family'],
  fontSize: given['font-size'],
  fontWeight: given['font-weight'],
  color: given['font-color'],
  lineHeight: given['line-height'],
  letterSpacing: given['letter-spacing'],
  align: given['text-align'],
  allCaps: given['all-caps'],
  outlineColor: given['outline-color'],
  outlineWidth: given['outline-width'],
  shadowColor: given['shadow-color'],
  shadowOffset: given['shadow-offset'],
  boxColor: given['box-color'],
  boxPadding: given['box-padding'] ?? 0.3 * given['font-size'],
  boxRadius: given['box-radius'],
}));

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
  text: text(5_000)
    .required()
    .map((given, { pointer, issues }) => {
      const lines = given.split(/\r\n|[\n\r\u2028]/).map(cleanText);
      if (given !== '' && lines.every((line) => line === '')) {
        issues.add(pointer, '"text" has no visible characters. Enter the text to show.');
      }
      return lines.join('\n');
    })
    .describe(
      'The text to show. Lines break at line breaks in the text and at the edge of the box.',
    ),
  settings: textSettings.describe('Look of the text.'),
  'animate-in': textAnimation
    .orNull()
    .describe('How the text appears. Default: without an animation.'),
  'animate-out': textAnimation
    .orNull()
    .describe('How the text disappears. Default: without an animation.'),
};

export const toText = (given: ValuesOf<typeof textFields>) => ({
  text: given.text,
  settings: given.settings,
  animateIn: given['animate-in'],
  animateOut: given['animate-out'],
});
