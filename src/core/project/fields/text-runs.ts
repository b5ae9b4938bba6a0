import { list, object } from '../../fields/composites.js';
import type { Field } from '../../fields/field.js';
import { anyOf, pattern, text } from '../../fields/scalars.js';
import { cleanText } from '../../text/clean-text.js';
import type { RunSettings, TextRun } from '../types/index.js';
import { em, fontExtent } from './extents.js';
import {
  decoration,
  fontStyle,
  fontUrl,
  fontWeight,
  letterSpacing,
  outlineWidth,
  transform,
} from './text-settings.js';
import { color, family } from './values.js';

const MAX_RUNS = 200;

/** The look of a run without settings. */
export const PLAIN_RUN: RunSettings = {
  fontFamily: null,
  fontUrl: null,
  fontWeight: null,
  italic: null,
  color: null,
  letterSpacing: null,
  transform: null,
  decoration: null,
  outlineColor: null,
  outlineWidth: null,
  fontSize: null,
  boxColor: null,
};

/** What a run changes about the look of its text. */
const runSettings: Field<RunSettings> = object(
  {
    'font-family': family.orNull().describe('An installed font family.'),
    'font-url': fontUrl.describe('URL or asset of a font that replaces the font family.'),
    'font-size': anyOf(
      fontExtent({ min: 4, max: 1000 }),
      pattern('^(smaller|larger)$', '"smaller" or "larger"').map((size) =>
        em(size === 'larger' ? 1.2 : 1 / 1.2),
      ),
    )
      .orNull()
      .describe('Font size in pixels, or relative to the font size of the text (`em`, `%`).'),
    'font-weight': fontWeight.orNull().describe('400 is regular, 700 is bold.'),
    'font-style': fontStyle.orNull().describe('Upright or italic letters.'),
    'font-color': color().orNull().describe('Color of the letters.'),
    'letter-spacing': letterSpacing.orNull().describe('Extra space between letters.'),
    'text-transform': transform.orNull().describe('Letter case.'),
    'text-decoration': decoration.orNull().describe('A line below, through, or above the letters.'),
    'outline-color': color().orNull().describe('Color of the outline.'),
    'outline-width': outlineWidth.orNull().describe('Width of the outline.'),
    'box-color': color().orNull().describe('Color of a box behind the run.'),
  },
  { title: 'run-settings', aliases: { color: 'font-color', 'background-color': 'box-color' } },
).map((given) => ({
  fontFamily: given['font-family'],
  fontUrl: given['font-url'],
  fontWeight: given['font-weight'],
  italic: given['font-style'] && given['font-style'] === 'italic',
  color: given['font-color'],
  letterSpacing: given['letter-spacing'],
  transform: given['text-transform'],
  decoration: given['text-decoration'],
  outlineColor: given['outline-color'],
  outlineWidth: given['outline-width'],
  fontSize: given['font-size'],
  boxColor: given['box-color'],
}));

const run: Field<TextRun> = object(
  {
    text: text(5_000).required().map(cleanRun).describe('The text of the run, with its spaces.'),
    settings: runSettings.describe('What is different from the look of the text.'),
  },
  { title: 'text-run' },
);

/** Parts of a text with different looks. */
export const textRuns: Field<TextRun[] | null> = list(run, { min: 1, max: MAX_RUNS })
  .orNull()
  .describe('The parts of the text, each with a look of its own. Instead of `text`.');

/** Cleans a text, but keeps its line breaks, and spaces at its ends, which separate it from its neighbors. */
function cleanRun(given: string): string {
  return given
    .split(/\r\n|[\n\r\u2028]/)
    .map((line) => {
      const [before] = /^\s?/.exec(line)!;
      const clean = cleanText(line);
      const after = clean !== '' && /\s$/.test(line) ? ' ' : '';
      return `${before && ' '}${clean}${after}`;
    })
    .join('\n');
}
