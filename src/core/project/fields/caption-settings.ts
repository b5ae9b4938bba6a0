import { list, object, record, type ValuesOf } from '../../fields/composites.js';
import type { ProjectContext } from '../../fields/context.js';
import type { Field, FieldPlace } from '../../fields/field.js';
import { choice, boolean, integer, number, type NumberBounds, text } from '../../fields/scalars.js';
import {
  CAPTION_STYLES,
  type CaptionSettings,
  type CaptionStyle,
  type Extent,
  type Sides,
} from '../types/index.js';
import { captionStyleDefaults, defaultFontSize } from './caption-style-defaults.js';
import { cleanText } from '../../text/clean-text.js';
import { extent, px, refuseOutside, sides, textShadow } from './extents.js';
import { frameLength, pixels } from './lengths.js';
import { safeArea } from './safe-area.js';
import { decoration, fontStyle, transform } from './text-settings.js';
import { address, captionPosition, color, family } from './values.js';

/** Lengths in parts of the font size are checked when it is known. */
const LENGTH = { min: -1000, max: 1000 };
const BLUR = { min: 0, max: 160 };

/** A color with a default. */
const colorOr = (missing: string) => color().defaultFrom(() => missing);

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
  'font-style': fontStyle
    .default('normal')
    .describe('`italic` slants the letters of a family without italics.'),
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
  'shadow-offset': extent({ min: 0, max: 20 })
    .defaultFrom(() => px(0))
    .describe('Offset of the shadow to the right and down, in pixels.'),
  'shadow-x': extent({ min: -100, max: 100 })
    .orNull()
    .describe('Offset of the shadow to the right. Default: `shadow-offset`.'),
  'shadow-y': extent({ min: -100, max: 100 })
    .orNull()
    .describe('Offset of the shadow down. Default: `shadow-offset`.'),
  'shadow-blur': extent({ min: 0, max: 160 })
    .defaultFrom(() => px(0))
    .describe('Radius of the blur of the shadow, as in CSS.'),
  'text-shadow': textShadow
    .orNull()
    .describe('A shadow as in CSS, such as `2px 2px 4px black`, instead of the `shadow-` fields.'),
  'box-color': color()
    .orNull()
    .describe(
      'Color of the box behind lines or words. The default depends on `style`; most styles have no box.',
    ),
  padding: sides({ min: 0, max: 500 })
    .orNull()
    .describe(
      'Distance from the text to the edges of its box: one length, or up to four in the order of CSS. The default depends on `style`.',
    ),
  'box-radius': extent({ min: 0, max: 500 })
    .orNull()
    .describe('Radius of the corners of the box. The default depends on `style`.'),
  'box-border-width': extent({ min: 0, max: 100 })
    .defaultFrom(() => px(0))
    .describe('Width of a border inside the edge of the box.'),
  'box-border-color': colorOr('#000000FF').describe('Color of the border. Default: black.'),
  'outline-color': colorOr('#000000FF').describe('Color of the outline. Default: black.'),
  'outline-width': pixels({ min: 0, max: 20 })
    .orNull()
    .describe(
      'Width of the outline in pixels. The default depends on `style`, in most styles 0.075 of the font size.',
    ),
  position: captionPosition('center-bottom').describe('Position of the captions in the safe area.'),
  x: frameLength('width', { min: -8192, max: 8192 }).describe(
    'Where the left edge, the center, or the right edge of the captions is in the frame, as `position` says.',
  ),
  y: frameLength('height', { min: -8192, max: 8192 }).describe(
    'Where the top, the middle, or the bottom of the captions is in the frame, as `position` says.',
  ),
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
  'all-caps': boolean()
    .default(false)
    .describe('Shows all letters in uppercase, unless `text-transform` is set.'),
  'text-transform': transform.orNull().describe('Letter case. Default: as in the text.'),
  'text-decoration': decoration
    .default('none')
    .describe('A line below, through, or above the letters.'),
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

function toSettings(given: ValuesOf<typeof settingFields>, place: FieldPlace): CaptionSettings {
  const styleDefaults = captionStyleDefaults(given.style);
  const fontSize = given['font-size'];
  const defaultOutline =
    styleDefaults.outline === 0 ? 0 : Math.max(1, Math.round(fontSize * styleDefaults.outline));
  const shadow = given['text-shadow'];
  const pixelsOf = (name: string, extent: Extent, bounds: NumberBounds = LENGTH) => {
    refuseOutside(bounds, extent, fontSize, { ...place, name });
    return extent.px + extent.em * fontSize;
  };
  const { padding } = given;
  const side = (which: keyof Sides<Extent>) => pixelsOf('padding', padding![which]);
  return {
    style: given.style,
    fontFamily: given['font-family'],
    fontUrl: given['font-url'],
    fontWeight: given['font-weight'] ?? styleDefaults.fontWeight,
    italic: given['font-style'] === 'italic',
    fontSize,
    lineHeight: given['line-height'] ?? styleDefaults.lineHeight,
    letterSpacing: given['letter-spacing'],
    wordColor: given['word-color'] ?? styleDefaults.wordColor,
    lineColor: given['line-color'],
    keywordColor: given['keyword-color'],
    shadowColor: shadow?.color ?? given['shadow-color'],
    shadowX: pixelsOf('shadow-x', shadow?.x ?? given['shadow-x'] ?? given['shadow-offset']),
    shadowY: pixelsOf('shadow-y', shadow?.y ?? given['shadow-y'] ?? given['shadow-offset']),
    shadowBlur: pixelsOf('shadow-blur', shadow?.blur ?? given['shadow-blur'], BLUR),
    boxColor: given['box-color'] ?? styleDefaults.boxColor,
    padding: padding && {
      top: side('top'),
      right: side('right'),
      bottom: side('bottom'),
      left: side('left'),
    },
    boxRadius: given['box-radius'] && pixelsOf('box-radius', given['box-radius']),
    boxBorderWidth: pixelsOf('box-border-width', given['box-border-width']),
    boxBorderColor: given['box-border-color'],
    outlineColor: given['outline-color'],
    outlineWidth: given['outline-width'] ?? Math.min(20, defaultOutline),
    position: given.position,
    x: given.x,
    y: given.y,
    safeArea: given['safe-area'],
    maxWordsPerLine: given['max-words-per-line'],
    maxCharsPerLine: given['max-chars-per-line'],
    maxLines: given['max-lines'],
    transform: given['text-transform'] ?? (given['all-caps'] ? 'uppercase' : 'none'),
    decoration: given['text-decoration'],
    keywords: given.keywords,
    replace: given.replace,
    offsetMs: given.offset,
  };
}
