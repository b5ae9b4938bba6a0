import type { Field } from '../../fields/field.js';
import { object } from '../../fields/composites.js';
import { choice, flag, integer, number } from '../../fields/scalars.js';
import { CAPTION_STYLES, type CaptionSettings, type CaptionStyle } from '../types.js';
import { color, family, position } from './values.js';

/** A colour with its missing value, which the schema shows as a project would write it. */
const colorOr = (missing: string) => color().orElse(() => missing);

/** How captions look; a project's own values come before the service's defaults. */
export const captionSettings: Field<CaptionSettings> = object(
  {
    style: choice<CaptionStyle>(CAPTION_STYLES).or('progressive').about('How words come and go.'),
    'font-family': family.about('An installed family.'),
    'font-size': number({ min: 6, max: 300 })
      .orElse(({ frame }) => Math.min(300, Math.max(6, Math.round(frame.height / 16))))
      .about('Pixels of the output; a 16th of its height when missing.'),
    'word-color': colorOr('#FFD400FF').about('Colour of the word being said.'),
    'line-color': colorOr('#FFFFFFFF').about('Colour of the other words.'),
    'shadow-color': colorOr('#00000080').about('Colour of the shadow.'),
    'shadow-offset': number({ min: 0, max: 20 })
      .or(0)
      .about('How far the shadow lies to the right and below, pixels.'),
    'box-color': color().orNull().about('Colour of a box behind the lines; none when missing.'),
    'outline-color': colorOr('#000000FF').about('Colour of the outline.'),
    'outline-width': number({ min: 0, max: 20 })
      .orNull()
      .about('Pixels; a 14th of the font size when missing.'),
    position: position('center-bottom').about('Where the captions stand in the frame.'),
    'max-words-per-line': integer({ min: 1, max: 20 }).or(6).about('Words of a line at the most.'),
    'all-caps': flag().or(false).about('Shows all letters as capitals.'),
  },
  { title: 'caption-settings', defaults: ({ subtitleDefaults }) => subtitleDefaults },
).map((given) => ({
  style: given.style,
  fontFamily: given['font-family'],
  fontSize: given['font-size'],
  wordColor: given['word-color'],
  lineColor: given['line-color'],
  shadowColor: given['shadow-color'],
  shadowOffset: given['shadow-offset'],
  boxColor: given['box-color'],
  outlineColor: given['outline-color'],
  outlineWidth: given['outline-width'] ?? Math.max(1, Math.round(given['font-size'] / 14)),
  position: given.position,
  maxWordsPerLine: given['max-words-per-line'],
  allCaps: given['all-caps'],
}));
