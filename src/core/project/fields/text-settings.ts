import { object, type ValuesOf } from '../../fields/composites.js';
import type { Field, FieldPlace } from '../../fields/field.js';
import { anyOf, boolean, choice, integer, number, pattern } from '../../fields/scalars.js';
import {
  type LetterSettings,
  TEXT_BOXES,
  TEXT_DECORATIONS,
  TEXT_OVERFLOWS,
  TEXT_TRANSFORMS,
  TEXT_WRAPS,
  type TextAlign,
  type TextBox,
  type TextDecoration,
  type TextOverflow,
  type TextSettings,
  type TextTransform,
  type TextWrap,
  type VerticalAlign,
  WRITING_MODES,
  type WritingMode,
} from '../types/index.js';
import { em, extent, fontExtent, px, refuseOutside, sides, textShadow } from './extents.js';
import { pixels } from './lengths.js';
import { safeArea } from './safe-area.js';
import { address, color, family } from './values.js';

const FONT_SIZE = { min: 4, max: 1000 };
const SPACING = { min: -200, max: 1000 };
const OUTLINE = { min: 0, max: 50 };
const SHADOW = { min: -200, max: 200 };
const BLUR = { min: 0, max: 160 };
const PADDING = { min: 0, max: 4096 };
const RADIUS = { min: 0, max: 4096 };
const BORDER = { min: 0, max: 500 };
const LINE_HEIGHT = { min: 0, max: 4000 };
/** The space between a text and the edge of its box without `padding`. */
const BOX_PADDING = em(0.3);

const colorOr = (missing: string) => color().defaultFrom(() => missing);

export const fontStyle = choice(['normal', 'italic'], { oblique: 'italic' });
export const decoration = choice<TextDecoration>(TEXT_DECORATIONS);
export const transform = choice<TextTransform>(TEXT_TRANSFORMS);
export const fontUrl = address.orNull();
export const outlineWidth = extent(OUTLINE);
export const letterSpacing = fontExtent(SPACING);
export const fontWeight = integer({ min: 100, max: 900 });

/** The fields that a text and its runs have in common. */
const letterFields = {
  'font-family': family.describe('An installed font family.'),
  'font-url': fontUrl.describe(
    'URL or asset of a TrueType, OpenType, WOFF, or WOFF2 font that replaces the font family.',
  ),
  'font-weight': fontWeight
    .default(700)
    .describe('400 is regular, 700 is bold. Uses the nearest weight of the family.'),
  'font-style': fontStyle
    .default('normal')
    .describe('`italic` slants the letters of a family without italics.'),
  'font-color': colorOr('#FFFFFFFF').describe('Color of the letters. Default: white.'),
  'letter-spacing': letterSpacing
    .defaultFrom(() => px(0))
    .describe('Extra space between letters. A percentage refers to the font size.'),
  'text-transform': transform.orNull().describe('Letter case. Default: as in the text.'),
  'text-decoration': decoration
    .default('none')
    .describe('A line below, through, or above the letters.'),
  'outline-color': colorOr('#000000FF').describe('Color of the outline. Default: black.'),
  'outline-width': outlineWidth
    .defaultFrom(() => px(0))
    .describe('Width of the outline outside of the letters. 0 is no outline.'),
};

const lineHeight = anyOf(number({ min: 0.5, max: 4 }).map(em), fontExtent(LINE_HEIGHT));

const wrap = anyOf(
  boolean().map((wraps): TextWrap => (wraps ? 'balance' : 'none')),
  choice<TextWrap>(TEXT_WRAPS, { wrap: 'fill', nowrap: 'none' }),
);

const fields = {
  ...letterFields,
  'font-size': anyOf(
    pixels(FONT_SIZE),
    pattern('^auto$', '"auto"').map(() => 'auto' as const),
  )
    .orNull()
    .describe(
      'Font size in pixels of the output. `auto` is the largest size at which the text fits its area. Default: a 12th of the frame height.',
    ),
  'font-size-min': pixels(FONT_SIZE)
    .orNull()
    .describe('Smallest size with `auto`. Default: a 100th of the shorter side of the frame.'),
  'font-size-max': pixels(FONT_SIZE)
    .orNull()
    .describe('Largest size with `auto`. Default: the shorter side of the frame, up to 1000.'),
  'line-height': lineHeight
    .defaultFrom(() => em(1.2))
    .describe('Distance between baselines, as a multiple of the font size, or as a length.'),
  'word-spacing': fontExtent(SPACING)
    .defaultFrom(() => px(0))
    .describe('Extra space between words.'),
  'text-align': choice<TextAlign>(['left', 'center', 'right', 'justify', 'start', 'end'])
    .default('center')
    .describe(
      'Alignment of the lines in the box. `start` and `end` follow the direction of each line; `justify` stretches all lines but the last one of a paragraph.',
    ),
  'vertical-align': choice<VerticalAlign>(['top', 'center', 'bottom'], { middle: 'center' })
    .default('center')
    .describe('Alignment of the text in the height of its box.'),
  'all-caps': boolean()
    .default(false)
    .describe('Shows all letters in uppercase, unless `text-transform` is set.'),
  padding: sides(PADDING)
    .orNull()
    .describe(
      'Distance from the text to the edges of its box: one length, or up to four in the order of CSS. Default: 0.3 of the font size with a box, otherwise 0.',
    ),
  'text-shadow': textShadow
    .orNull()
    .describe('A shadow as in CSS, such as `2px 2px 4px black`, instead of the `shadow-` fields.'),
  'shadow-color': colorOr('#00000080').describe('Color of the shadow. Default: `#00000080`.'),
  'shadow-offset': extent({ min: 0, max: 200 })
    .defaultFrom(() => px(0))
    .describe('Offset of the shadow to the right and down.'),
  'shadow-x': extent(SHADOW)
    .orNull()
    .describe('Offset of the shadow to the right. Default: `shadow-offset`.'),
  'shadow-y': extent(SHADOW)
    .orNull()
    .describe('Offset of the shadow down. Default: `shadow-offset`.'),
  'shadow-blur': extent(BLUR)
    .defaultFrom(() => px(0))
    .describe('Radius of the blur of the shadow, as in CSS.'),
  box: choice<TextBox>(TEXT_BOXES)
    .default('area')
    .describe(
      'What `box-color` is behind: the whole `area` of the element, the `text`, each `line`, or a `band` that is as wide as the area and as high as the text.',
    ),
  'box-color': color().orNull().describe('Color of a box behind the text. Default: no box.'),
  'box-radius': extent(RADIUS)
    .defaultFrom(() => px(0))
    .describe('Radius of the corners of the box.'),
  'box-border-width': extent(BORDER)
    .defaultFrom(() => px(0))
    .describe('Width of a border inside the edge of the box.'),
  'box-border-color': colorOr('#000000FF').describe('Color of the border. Default: black.'),
  wrap: wrap
    .defaultFrom(() => 'balance' as const)
    .describe(
      'How lines break: `balance` makes lines of similar width, `fill` fills each line, `none` keeps the line breaks of the text. `true` is `balance`, `false` is `none`. Default: `balance`.',
    ),
  'overflow-wrap': choice(['normal', 'break-word'], { anywhere: 'break-word' })
    .default('normal')
    .describe('`break-word` breaks a word that is wider than a line anywhere.'),
  'max-lines': integer({ min: 1, max: 1000 })
    .orNull()
    .describe('Most lines. The last one ends with an ellipsis if more text follows.'),
  overflow: choice<TextOverflow>(TEXT_OVERFLOWS, { hidden: 'clip' })
    .default('visible')
    .describe(
      'What happens to text that does not fit its area: it stays `visible`, ends with an `ellipsis`, or is cut with `clip`.',
    ),
  'safe-area': safeArea.describe(
    'Margins of a text without a position or a width: a percentage of the frame, or the area that an app draws over. Default: `title` (5%).',
  ),
  'writing-mode': choice<WritingMode>(WRITING_MODES, { 'horizontal-tb': 'horizontal' })
    .default('horizontal')
    .describe('`vertical-rl` sets lines from top to bottom, the first one at the right.'),
};

/** The look of a text. */
export const textSettings: Field<TextSettings> = object(fields, {
  title: 'text-settings',
  aliases: {
    color: 'font-color',
    'background-color': 'box-color',
    'box-padding': 'padding',
    'border-radius': 'box-radius',
    'text-wrap': 'wrap',
  },
}).map(toSettings);

function toSettings(given: ValuesOf<typeof fields>, place: FieldPlace): TextSettings {
  const size = sizeOf(given, place);
  const shadow = given['text-shadow'];
  const settings: TextSettings = {
    ...toLetters(given),
    ...size,
    lineHeight: given['line-height'],
    wordSpacing: given['word-spacing'],
    align: given['text-align'],
    verticalAlign: given['vertical-align'],
    padding: given.padding ?? allSides(given['box-color'] === null ? px(0) : BOX_PADDING),
    shadowColor: shadow?.color ?? given['shadow-color'],
    shadowX: shadow?.x ?? given['shadow-x'] ?? given['shadow-offset'],
    shadowY: shadow?.y ?? given['shadow-y'] ?? given['shadow-offset'],
    shadowBlur: shadow?.blur ?? given['shadow-blur'],
    box: given.box,
    boxColor: given['box-color'],
    boxRadius: given['box-radius'],
    boxBorderWidth: given['box-border-width'],
    boxBorderColor: given['box-border-color'],
    wrap: given.wrap,
    breaksWords: given['overflow-wrap'] === 'break-word',
    maxLines: given['max-lines'],
    overflow: given.overflow,
    safeArea: given['safe-area'],
    writingMode: given['writing-mode'],
  };
  const extents = [
    ['letter-spacing', SPACING, settings.letterSpacing],
    ['word-spacing', SPACING, settings.wordSpacing],
    ['line-height', LINE_HEIGHT, settings.lineHeight],
    ['outline-width', OUTLINE, settings.outlineWidth],
    ['shadow-x', SHADOW, settings.shadowX],
    ['shadow-y', SHADOW, settings.shadowY],
    ['shadow-blur', BLUR, settings.shadowBlur],
    ['box-radius', RADIUS, settings.boxRadius],
    ['box-border-width', BORDER, settings.boxBorderWidth],
    ...Object.values(settings.padding).map((side) => ['padding', PADDING, side] as const),
  ] as const;
  for (const [name, bounds, value] of extents) {
    refuseOutside(bounds, value, size.fontSize, { ...place, name });
  }
  return settings;
}

export function toLetters(
  given: ValuesOf<typeof letterFields> & { readonly 'all-caps': boolean },
): LetterSettings {
  return {
    fontFamily: given['font-family'],
    fontUrl: given['font-url'],
    fontWeight: given['font-weight'],
    italic: given['font-style'] === 'italic',
    color: given['font-color'],
    letterSpacing: given['letter-spacing'],
    transform: given['text-transform'] ?? (given['all-caps'] ? 'uppercase' : 'none'),
    decoration: given['text-decoration'],
    outlineColor: given['outline-color'],
    outlineWidth: given['outline-width'],
  };
}

function sizeOf(
  given: ValuesOf<typeof fields>,
  { context: { frame }, pointer, issues }: FieldPlace,
): Pick<TextSettings, 'fontSize' | 'fontSizeMin'> {
  const size = given['font-size'];
  if (size !== 'auto') {
    const fontSize = size ?? Math.max(FONT_SIZE.min, Math.round(frame.height / 12));
    return { fontSize, fontSizeMin: null };
  }
  const within = (value: number) => Math.min(FONT_SIZE.max, Math.max(FONT_SIZE.min, value));
  const shorter = Math.min(frame.width, frame.height);
  const least = given['font-size-min'] ?? within(shorter / 100);
  const most = given['font-size-max'] ?? Math.max(least, within(shorter));
  if (least > most) {
    issues.add(pointer, '"font-size-min" is larger than "font-size-max". Swap them.');
  }
  return { fontSize: most, fontSizeMin: least };
}

const allSides = <T>(side: T) => ({ top: side, right: side, bottom: side, left: side });
