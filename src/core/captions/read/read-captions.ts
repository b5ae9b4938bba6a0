import { undoDoubleUtf8 } from '../../text-encoding/undo-double-utf8.js';
import { type CaptionCue, MAX_CUES } from '../cues/caption-cue.js';
import { normalizeCues } from '../cues/normalize-cues.js';
import { describeSkipped } from './describe-skipped.js';
import { CAPTION_FORMATS } from './formats.js';
import { restoreLineBreaks } from './restore-line-breaks.js';
import { splitLines } from './split-lines.js';
import { unsupportedFormatProblem } from './unsupported-formats.js';

/** The largest caption file: some hundred hours of speech. */
export const MAX_CAPTION_FILE_BYTES = 2 << 20;

/** The supported formats, for use in sentences. */
export const CAPTION_FORMAT_NAMES = 'SubRip (SRT), WebVTT, ASS or SSA, SBV, LRC, or TTML (DFXP)';

const DOUBLE_UTF8_WARNING =
  'The captions were encoded as UTF-8 twice (for example, "Ã©" instead of "é"). The original text was restored.';

/** The content of a caption file. */
export interface ReadCues {
  /** Sorted by start; they may overlap. */
  readonly cues: readonly CaptionCue[];
  /** Sentences about what was skipped or guessed, for the author of the file. */
  readonly warnings: readonly string[];
}

export type CaptionsResult =
  | ReadCues
  /** A sentence that says what is wrong. */
  | { readonly problem: string };

/**
 * Reads a caption file and detects its format from its content. Never throws; parts that cannot be read are
 * skipped and counted in a warning.
 *
 * @returns a problem if no cue remains
 */
export function readCaptions(text: string): CaptionsResult {
  if (text.length > MAX_CAPTION_FILE_BYTES) {
    return { problem: `The captions exceed the limit of ${MAX_CAPTION_FILE_BYTES} characters.` };
  }
  const restored = undoDoubleUtf8(text);
  const bare = (restored ?? text).replace(/^\uFEFF+/, '');
  const unsupported = unsupportedFormatProblem(bare);
  if (unsupported !== null) return { problem: unsupported };
  const lines = restoreLineBreaks(splitLines(bare));
  const file = CAPTION_FORMATS.find(({ matches }) => matches(lines))!.read(lines);
  if (file.cues.length > MAX_CUES) {
    return { problem: `The captions exceed the limit of ${MAX_CUES} cues.` };
  }
  const { cues, rolling } = normalizeCues(file.cues);
  const warnings = [...describeSkipped(file.skipped), ...(file.warnings ?? [])];
  if (restored !== null) warnings.unshift(DOUBLE_UTF8_WARNING);
  if (rolling > 0) {
    warnings.push(
      `Found ${rolling} rolling cues, which repeat words of the previous cue. Repeated words are shown once.`,
    );
  }
  if (cues.length > 0) return { cues, warnings };
  const expected = `The captions contain no cue with text. Expected ${CAPTION_FORMAT_NAMES}.`;
  return { problem: [expected, ...warnings].join(' ') };
}
