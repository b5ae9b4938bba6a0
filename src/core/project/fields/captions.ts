import { readCaptions } from '../../captions/read-captions.js';
import type { Field } from '../../fields/field.js';
import { either, pattern } from '../../fields/scalars.js';
import type { CaptionSource } from '../types.js';
import { source } from './values.js';

/** What no address has and every caption file: times, the events of ASS, or the root of TTML. */
const CAPTION_TEXT =
  '-->|--&gt;|[Dd]ialogue:|<([a-z]+:)?tt[\\s>]|\\[\\d{1,3}:\\d{2}[.:\\]]|\\d:\\d{2}[.,]\\d{1,3}\\s?([,-]|[=\u2010-\u2015-]>|\u2192)\\s?\\d+:';

/** The file itself, read at once, so that what is wrong with it is told with everything else. */
const inline = pattern(CAPTION_TEXT, 'the text of an SRT, VTT, ASS, SBV, LRC or TTML file').map(
  (text, { pointer, issues }): CaptionSource => {
    const result = readCaptions(text);
    if ('problem' in result) issues.add(pointer, result.problem);
    return { text };
  },
);

const address = source.map((src): CaptionSource => ({ src }));

/** A caption file as the source of words. */
export const captions: Field<CaptionSource | null> = either(inline, address)
  .orNull()
  .about(
    'A caption file (SRT, VTT, ASS, SBV, LRC or TTML), by its address or as its text: its cues are what is said, and its pages.',
  );
