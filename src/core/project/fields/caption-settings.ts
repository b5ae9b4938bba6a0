import { list, object, record, type ValuesOf } from '../../fields/composites.js';
import type { ProjectContext } from '../../fields/context.js';
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
import { pixels } from './lengths.js';
import { address, color, family, position } from './values.js';

/** A color with a default. */
const colorOr = (missing: string) => color().defaultFrom(() => missing);

const percent = () => number({ min: 0, max: 75 }).default(5);

const uniform = number({ min: 0, max: 25 }).map((given): Margins => {
  const part = given / 100;
  return { left: part, right: part, top: part, bottom: part };
});
const named = choice<SafeAreaName>(Object.keys(SAFE_AREAS) as SafeAreaName[]).map(
  (name): Margins => SAFE_AREAS[name],
);

/** The margins of each side, in percent of the frame. */
const margins: Field<Margins> = object(
  {
    top: percent().describe('Margin above, in percent of the frame height.'),
    right: percent().describe('Margin on the right, in percent of the frame width.'),
    bottom: percent().describe('Margin below, in percent of the frame height.'),
    left: percent().describe('Margin on the left, in percent of the frame width.'),
  },
  { title: 'caption-margins' },
).map(({ top, right, bottom, left }) => ({
  top: top / 100,
  right: right / 100,
  bottom: bottom / 100,
  left: left / 100,
}));

const safeArea: Field<Margins> = anyOf(anyOf(margins, uniform), named).defaultFrom(
  () => SAFE_AREAS.title,
);

const settingFields = {
  style: choice<CaptionStyle>(CAPTION_STYLES)
    .default('progressive')
    .describe('How words appear and disappear.'),
  'font-family': family.describe('An installed font family.'),
  'font-url': address
    .orNull()
    .describe(
      'URL or asset of a TrueType, OpenType, WOFF, or WOFF2 font that replaces the font family.',
    ),
  'font-weight': integer({ min: 100, max: 900 })
    .orNull()
    .describe(
      '400 is regular, 700 is bold. Uses the nearest weight of the family. The default depends on `style`.',
    ),
  'font-size': pixels({ min: 6, max: 300 })
    .defaultFrom(({ frame }) => defaultFontSize(frame))
    .describe(
      'Font size (em) in pixels of the output. Default: a 17th of the frame height, or a 13th of the frame width in portrait.',
    ),
  'line-height': number({ min: 0.7, max: 3 })
    .orNull()
    .describe(
      'Distance between baselines, as a multiple of the font size. The default depends on `style`.',
    ),
  'letter-spacing': pixels({ min: -20, max: 100 })
    .default(0)
    .describe('Extra space between letters in pixels. Letters of joined scripts stay joined.'),
  'word-color': color()
    .orNull()
    .describe('Color of the word that is spoken. The default depends on `style`.'),
  'line-color': colorOr('#FFFFFFFF').describe('Color of the other words. Default: white.'),
  keywords: list(text(100).map(cleanText), { min: 1, max: 500 })
    .defaultFrom(() => [])
    .describe('Words and phrases in `keyword-color`. Letter case and punctuation are ignored.'),
  'keyword-color': colorOr('#4ADE80FF').describe(
    'Color of keywords that are not being spoken. Default: `#4ADE80`.',
  ),
  'shadow-color': colorOr('#00000080').describe('Color of the shadow. Default: `#00000080`.'),
  'shadow-offset': pixels({ min: 0, max: 20 })
    .default(0)
    .describe('Offset of the shadow to the right and down, in pixels.'),
  'box-color': color()
    .orNull()
    .describe(
      'Color of the box behind lines or words. The default depends on `style`; most styles have no box.',
    ),
  'outline-color': colorOr('#000000FF').describe('Color of the outline. Default: black.'),
  'outline-width': pixels({ min: 0, max: 20 })
    .orNull()
    .describe(
      'Width of the outline in pixels. The default depends on `style`, in most styles 0.075 of the font size.',
    ),
  position: position('center-bottom').describe('Position of the captions in the safe area.'),
  'safe-area': safeArea.describe(
    'Margins without captions: a percentage of the frame, one for each side, or the area that an app draws over. Default: `title` (5%).',
  ),
  'max-words-per-line': integer({ min: 1, max: 20 })
    .default(6)
    .describe('Maximum number of words on a line.'),
  'max-chars-per-line': integer({ min: 1, max: 200 })
    .default(42)
    .describe('Maximum number of characters on a line. A single word can be longer.'),
  'max-lines': integer({ min: 1, max: 4 })
    .default(2)
    .describe('Maximum number of lines on a page.'),
  'all-caps': boolean().default(false).describe('Shows all letters in uppercase.'),
  replace: record(text(200).map(cleanText), { max: 500, names: '^[^\\s]{1,100}$' })
    .defaultFrom(() => ({}))
    .describe('Replacements for words: `{ "word": "text" }`. `""` hides the word.'),
  offset: number({ min: -360_000, max: 360_000, unit: 'seconds' })
    .default(0)
    .map((seconds) => Math.round(seconds * 1000))
    .describe('Delay of all captions in seconds. A negative value shows them earlier.'),
};

/** The look of captions. Values in the config override the defaults of the service. */
export const captionSettings = settingsWith(({ subtitleDefaults }) => subtitleDefaults);

/** The look of captions in a scene. Values in the config override those of the subtitles element. */
export const sceneCaptionSettings = settingsWith(({ captionDefaults }) => captionDefaults);

function settingsWith(
  defaults: (context: ProjectContext) => Readonly<Record<string, unknown>>,
): Field<CaptionSettings> {
  return object(settingFields, { title: 'caption-settings', defaults }).map(toSettings);
}

function toSettings(given: ValuesOf<typeof settingFields>): CaptionSettings {
  const styleDefaults = captionStyleDefaults(given.style);
  const fontSize = given['font-size'];
  const defaultOutline =
    styleDefaults.outline === 0 ? 0 : Math.max(1, Math.round(fontSize * styleDefaults.outline));
  return {
    style: given.style,
    fontFamily: given['font-family'],
    fontUrl: given['font-url'],
    fontWeight: given['font-weight'] ?? styleDefaults.fontWeight,
    fontSize,
    lineHeight: given['line-height'] ?? styleDefaults.lineHeight,
    letterSpacing: given['letter-spacing'],
    wordColor: given['word-color'] ?? styleDefaults.wordColor,
    lineColor: given['line-color'],
    keywordColor: given['keyword-color'],
    shadowColor: given['shadow-color'],
    shadowOffset: given['shadow-offset'],
    boxColor: given['box-color'] ?? styleDefaults.boxColor,
    outlineColor: given['outline-color'],
    outlineWidth: given['outline-width'] ?? Math.min(20, defaultOutline),
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
}
