import {
  type CaptionSourceResult,
  readCaptionJson,
  readCaptionSource,
} from '../../captions/read/read-caption-source.js';
import { Field, type FieldPlace, REFUSED } from '../../fields/field.js';
import { anyOf, pattern } from '../../fields/scalars.js';
import type { CaptionSource } from '../types/index.js';
import { source } from './values.js';

/**
 * Matches every caption file and no address: times, the events of ASS, the root element of TTML, or the
 * start of JSON.
 */
const CAPTION_TEXT =
  '-->|--&gt;|[Dd]ialogue:|<([a-z]+:)?tt[\\s>]|\\[\\d{1,3}:\\d{2}[.:\\]]|\\d:\\d{2}[.,]\\d{1,3}\\s?([,-]|[=\u2010-\u2015-]>|\u2192)\\s?\\d+:|^\\s*(\\{\\s*"|\\[\\s*[\\[{])';

/** The text of the file. It is parsed here, so that its problems are reported with all other issues. */
const inline = pattern(CAPTION_TEXT, 'the text of an SRT, VTT, ASS, SBV, LRC, or TTML file').map(
  (text, place): CaptionSource => {
    reportProblem(readCaptionSource(text), place);
    return { text };
  },
);

const address = source.map((src): CaptionSource => ({ src }));

/** The JSON output of a speech tool. */
const json = new Field<CaptionSource>({
  schema: { anyOf: [{ type: 'object' }, { type: 'array' }] },
  expected: 'the JSON output of a speech tool',
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

/** A caption file, or the JSON output of a speech tool, that provides the words and their times. */
export const captions: Field<CaptionSource | null> = anyOf(anyOf(inline, address), json)
  .orNull()
  .describe(
    'The URL, the asset, or the text of a caption file (SRT, VTT, ASS, SBV, LRC, or TTML), whose cues become the caption pages. Or the JSON output of a speech tool, as a URL, as an asset, as text, or inline.',
  );
