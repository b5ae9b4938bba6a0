import {
  type CaptionSourceResult,
  readCaptionJson,
  readCaptionSource,
} from '../../captions/read/read-caption-source.js';
import { Field, type FieldPlace, REFUSED } from '../../fields/field.js';
import { anyOf, pattern } from '../../fields/scalars.js';
import type { CaptionSource } from '../types/index.js';
import { source } from './values.js';

/** What no address has and every caption file: times, the events of ASS, the root of TTML, or the begin of JSON. */
const CAPTION_TEXT =
  '-->|--&gt;|[Dd]ialogue:|<([a-z]+:)?tt[\\s>]|\\[\\d{1,3}:\\d{2}[.:\\]]|\\d:\\d{2}[.,]\\d{1,3}\\s?([,-]|[=\u2010-\u2015-]>|\u2192)\\s?\\d+:|^\\s*(\\{\\s*"|\\[\\s*[\\[{])';

/** The file itself, read at once, so that what is wrong with it is told with everything else. */
const inline = pattern(CAPTION_TEXT, 'the text of an SRT, VTT, ASS, SBV, LRC or TTML file').map(
  (text, place): CaptionSource => {
    reportProblem(readCaptionSource(text), place);
    return { text };
  },
);

const address = source.map((src): CaptionSource => ({ src }));

/** The JSON of a speech tool, as it is. */
const json = new Field<CaptionSource>({
  schema: { anyOf: [{ type: 'object' }, { type: 'array' }] },
  expected: 'the JSON of a speech tool',
  tryRead: (value, place) => {
    if (typeof value !== 'object' || value === null) return REFUSED;
    reportProblem(readCaptionJson(value), place);
    return { text: JSON.stringify(value) };
  },
  fallback: () => ({ text: '' }),
});

function reportProblem(result: CaptionSourceResult, { pointer, issues }: FieldPlace): void {
  if ('problem' in result) issues.add(pointer, result.problem);
}

/** A caption file as the source of words. */
export const captions: Field<CaptionSource | null> = anyOf(anyOf(inline, address), json)
  .orNull()
  .describe(
    'A caption file (SRT, VTT, ASS, SBV, LRC or TTML), by its address or as its text: its cues are what is said, and its pages. Or the JSON of a speech tool, by its address, as text or as it is: its words are what is said.',
  );
