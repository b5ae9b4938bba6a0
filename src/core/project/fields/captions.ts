import { readCaptions } from '../../captions/read-captions.js';
import type { Field } from '../../fields/field.js';
import { either, pattern } from '../../fields/scalars.js';
import type { CaptionSource } from '../types.js';
import { source } from './values.js';

/** What no address has and every caption file: times, or the events of ASS. */
const CAPTION_TEXT = '-->|[Dd]ialogue:';

/** The file itself, read at once, so that what is wrong with it is told with everything else. */
const inline = pattern(CAPTION_TEXT, 'the text of an SRT, VTT or ASS file').map(
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
    'A caption file (SRT, VTT or ASS), by its address or as its text: its cues are what is said, and its pages.',
  );
