import { list, object, record } from '../../fields/composites.js';
import type { Field } from '../../fields/field.js';
import { choice, anyOf, boolean, integer, number, text } from '../../fields/scalars.js';
import {
  CAPTION_STYLES,
  type CaptionSettings,
  type CaptionStyle,
  type Margins,
} from '../types/index.js';
import {
  captionStyleDefaults,
  SAFE_AREAS,
  type SafeAreaName,
  defaultFontSize,
} from './caption-style-defaults.js';
import { cleanText } from '../../text/clean-text.js';
import { address, color, family, position } from './values.js';

/** A colour with its missing value, which the schema shows as a project would write it. */
const colorOr = (missing: string) => color().defaultFrom(() => missing);

const safeArea: Field<Margins> = anyOf(
  number({ min: 0, max: 25, unit: 'per cent' }).map((percent): Margins => {
    const part = percent / 100;
    return { left: part, right: part, top: part, bottom: part };
  }),
  choice<SafeAreaName>(Object.keys(SAFE_AREAS) as SafeAreaName[]).map(
    (name): Margins => SAFE_AREAS[name],
  ),
).defaultFrom(() => SAFE_AREAS.title);

/** How captions look; a project's own values come before the service's defaults. */
export const captionSettings: Field<CaptionSettings> = object(
  {
    style: choice<CaptionStyle>(CAPTION_STYLES)
      .default('progressive')
      .describe('How words come and go.'),
    'font-family': family.describe('An installed family.'),
    'font-url': address
      .orNull()
      .describe('Address of a TrueType, OpenType, WOFF or WOFF2 font to use instead of a family.'),
    'font-weight': integer({ min: 100, max: 900 })
      .orNull()
      .describe('400 regular, 700 bold; the nearest the family has. By style when missing.'),
    'font-size': number({ min: 6, max: 300 })
      .defaultFrom(({ frame }) => defaultFontSize(frame))
      .describe(
        'Size of the em, pixels of the output; when missing a 17th of the height, or a 13th of the width of an upright frame.',
      ),
    'line-height': number({ min: 0.7, max: 3 })
      .orNull()
      .describe('From line to line, of the font size. By style when missing.'),
    'letter-spacing': number({ min: -20, max: 100 })
      .default(0)
      .describe('Added between letters, pixels; joined scripts stay joined.'),
    'word-color': color()
      .orNull()
      .describe('Colour of the word being said. By style when missing.'),
    'line-color': colorOr('#FFFFFFFF').describe('Colour of the other words.'),
    keywords: list(text(100).map(cleanText), { min: 1, max: 500 })
      .defaultFrom(() => [])
      .describe('Words and phrases to show in `keyword-color`; case and marks do not matter.'),
    'keyword-color': colorOr('#4ADE80FF').describe('Colour of keywords that are not being said.'),
    'shadow-color': colorOr('#00000080').describe('Colour of the shadow.'),
    'shadow-offset': number({ min: 0, max: 20 })
      .default(0)
      .describe('How far the shadow lies to the right and below, pixels.'),
    'box-color': color()
      .orNull()
      .describe('Colour of the box behind lines or words. By style when missing, most have none.'),
    'outline-color': colorOr('#000000FF').describe('Colour of the outline.'),
    'outline-width': number({ min: 0, max: 20 })
      .orNull()
      .describe('Pixels. By style when missing, mostly 0.075 of the font size.'),
    position: position('center-bottom').describe('Where the captions stand in the safe area.'),
    'safe-area': safeArea.describe(
      'What is kept free at the edges: per cent of the frame, or what an app draws over. `title` (5 %) when missing.',
    ),
    'max-words-per-line': integer({ min: 1, max: 20 })
      .default(6)
      .describe('Words of a line at the most.'),
    'max-chars-per-line': integer({ min: 1, max: 200 })
      .default(42)
      .describe('Characters of a line at the most, unless it is one word.'),
    'max-lines': integer({ min: 1, max: 4 }).default(2).describe('Lines of a page at the most.'),
    'all-caps': boolean().default(false).describe('Shows all letters as capitals.'),
    replace: record(text(200).map(cleanText), { max: 500, names: '^[^\\s]{1,100}$' })
      .defaultFrom(() => ({}))
      .describe('What to show instead of words, `""` for nothing: `{ "word": "text" }`.'),
    offset: number({ min: -360_000, max: 360_000, unit: 'seconds' })
      .default(0)
      .map((seconds) => Math.round(seconds * 1000))
      .describe('Shifts all captions, in seconds; below 0 they come earlier.'),
  },
  { title: 'caption-settings', defaults: ({ subtitleDefaults }) => subtitleDefaults },
).map((given): CaptionSettings => {
  const look = captionStyleDefaults(given.style);
  const fontSize = given['font-size'];
  const usualOutline = look.outline === 0 ? 0 : Math.max(1, Math.round(fontSize * look.outline));
  return {
    style: given.style,
    fontFamily: given['font-family'],
    fontUrl: given['font-url'],
    fontWeight: given['font-weight'] ?? look.fontWeight,
    fontSize,
    lineHeight: given['line-height'] ?? look.lineHeight,
    letterSpacing: given['letter-spacing'],
    wordColor: given['word-color'] ?? look.wordColor,
    lineColor: given['line-color'],
    keywordColor: given['keyword-color'],
    shadowColor: given['shadow-color'],
    shadowOffset: given['shadow-offset'],
    boxColor: given['box-color'] ?? look.boxColor,
    outlineColor: given['outline-color'],
    outlineWidth: given['outline-width'] ?? Math.min(20, usualOutline),
    position: given.position,
    safeArea: given['safe-area'],
    maxWordsPerLine: given['max-words-per-line'],
    maxCharsPerLine: given['max-chars-per-line'],
    maxLines: given['max-lines'],
    allCaps: given['all-caps'],
    keywords: given.keywords,
    replace: given.replace,
    offsetMs: given.offset,
  };
});
