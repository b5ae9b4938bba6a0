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
import { color, family } from './values.js';

const LONGEST_ANIMATION_SECONDS = 10;
const colorOr = (missing: string) => color().defaultFrom(() => missing);

/** How a text looks. */
export const textSettings: Field<TextSettings> = object(
  {
    'font-family': family.describe('An installed family.'),
    'font-size': number({ min: 4, max: 1000 })
      .defaultFrom(({ frame }) => Math.max(4, Math.round(frame.height / 12)))
      .describe('Pixels of the output; a 12th of its height when missing.'),
    'font-weight': integer({ min: 100, max: 900 })
      .default(700)
      .describe('400 is regular, 700 bold; the nearest that the family has is taken.'),
    'font-color': colorOr('#FFFFFFFF').describe('Colour of the letters.'),
    'line-height': number({ min: 0.5, max: 4 })
      .default(1.2)
      .describe('From baseline to baseline, of the font size.'),
    'letter-spacing': number({ min: -20, max: 200 }).default(0).describe('Pixels between letters.'),
    'text-align': choice<HorizontalAlign>(['left', 'center', 'right'])
      .default('center')
      .describe('How the lines stand in the box.'),
    'all-caps': boolean().default(false).describe('Shows all letters as capitals.'),
    'outline-color': colorOr('#000000FF').describe('Colour of the outline.'),
    'outline-width': number({ min: 0, max: 50 }).default(0).describe('Pixels; 0: none.'),
    'shadow-color': colorOr('#00000080').describe('Colour of the shadow.'),
    'shadow-offset': number({ min: 0, max: 50 })
      .default(0)
      .describe('How far the shadow lies to the right and below, pixels.'),
    'box-color': color().orNull().describe('Colour of a box behind the text; none when missing.'),
    'box-padding': number({ min: 0, max: 200 })
      .orNull()
      .describe('From the text to the edge of the box, pixels; 0.3 of the font size when missing.'),
    'box-radius': number({ min: 0, max: 500 })
      .default(0)
      .describe('How round the corners of the box are, pixels.'),
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

/** How a text comes, or goes. */
const textAnimation: Field<TextAnimation> = object(
  {
    style: choice<TextAnimationStyle>(TEXT_ANIMATIONS)
      .default('fade')
      .describe('`typewriter` shows letter by letter, `words` word by word.'),
    duration: number({ min: 0.05, max: LONGEST_ANIMATION_SECONDS, unit: 'seconds' })
      .default(0.5)
      .describe('Seconds it takes.'),
  },
  { title: 'text-animation' },
).map(({ style, duration }) => ({ style, durationMs: Math.round(duration * 1000) }));

/** What a text says, and how it comes and goes. */
export const textFields = {
  text: text(5_000)
    .required()
    .map((given, { pointer, issues }) => {
      const lines = given.split(/\r\n|[\n\r\u2028]/).map(cleanText);
      if (given !== '' && lines.every((line) => line === '')) {
        issues.add(pointer, '"text" is empty; allowed is a text with something to see.');
      }
      return lines.join('\n');
    })
    .describe('What is shown. Lines break where it says so, and where the box is full.'),
  settings: textSettings.describe('How it looks.'),
  'animate-in': textAnimation.orNull().describe('How it comes; at once when missing.'),
  'animate-out': textAnimation.orNull().describe('How it goes; at once when missing.'),
};

export const toText = (given: ValuesOf<typeof textFields>) => ({
  text: given.text,
  settings: given.settings,
  animateIn: given['animate-in'],
  animateOut: given['animate-out'],
});
