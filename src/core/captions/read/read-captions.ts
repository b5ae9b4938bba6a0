import { undoDoubleUtf8 } from '../../text-encoding/undo-double-utf8.js';
import { type CaptionCue, MOST_CUES, type RawCue } from '../cues/caption-cue.js';
import { dropCopies } from '../cues/drop-duplicate-cues.js';
import { dropRepeats } from '../cues/drop-repeated-lines.js';
import { finishCue } from '../cues/to-caption-cue.js';
import { joinRolling } from '../cues/merge-rolling-cues.js';
import { joinWordCues } from '../cues/merge-word-cues.js';
import { readMarkedWords } from '../cues/read-highlighted-words.js';
import { tellLeftOut } from './describe-skipped.js';
import { CAPTION_FORMATS } from './formats.js';
import { foreignProblem } from './unsupported-formats.js';
import { restoreLineBreaks } from './restore-line-breaks.js';
import { splitLines } from './split-lines.js';

/** Largest caption file: some hundred hours of talk. */
export const LARGEST_CAPTIONS_BYTES = 2 << 20;

/** The formats that are read, as sentences name them. */
export const CAPTION_FORMAT_NAMES = 'SubRip (SRT), WebVTT, ASS or SSA, SBV, LRC or TTML (DFXP)';

const DOUBLE_UTF8 =
  'The captions were converted to UTF-8 twice, as in "Ã©" for "é": they are read as they were before.';

/** What a caption file says. */
export interface ReadCues {
  /** In order of their start; they may overlap. */
  readonly cues: readonly CaptionCue[];
  /** Sentences on what was left out or guessed, for the person who made the file. */
  readonly warnings: readonly string[];
}

export type CaptionsResult =
  | ReadCues
  /** A sentence that says what is wrong. */
  | { readonly problem: string };

/**
 * Reads a caption file, whose format is told by its content. Never throws; what cannot be read is left
 * out, and counted in a warning.
 *
 * @returns a problem when no cue is left
 */
export function readCaptions(text: string): CaptionsResult {
  if (text.length > LARGEST_CAPTIONS_BYTES) {
    return { problem: `The captions are longer than ${LARGEST_CAPTIONS_BYTES} characters.` };
  }
  const single = undoDoubleUtf8(text);
  const bare = (single ?? text).replace(/^\uFEFF+/, '');
  const foreign = foreignProblem(bare);
  if (foreign !== null) return { problem: foreign };
  const lines = restoreLineBreaks(splitLines(bare));
  const format = CAPTION_FORMATS.find(({ looksLike }) => looksLike(lines))!;
  const { cues: raw, left, notes = [] } = format.read(lines);
  if (raw.length > MOST_CUES) return { problem: `The captions have more than ${MOST_CUES} cues.` };
  const { cues, rolling } = saidOnce(raw);
  const warnings = [
    ...(single === null ? [] : [DOUBLE_UTF8]),
    ...tellLeftOut(left),
    ...notes,
    ...(rolling > 0
      ? [
          `${rolling} cues roll on one line: words that a cue repeats from the one before are said once.`,
        ]
      : []),
  ];
  if (cues.length > 0) return { cues, warnings };
  return {
    problem: [
      'The captions hold no cue with a text: give',
      `${CAPTION_FORMAT_NAMES}.`,
      ...warnings,
    ].join(' '),
  };
}

/** Cues in order, in which nothing is said more often than it is heard. */
function saidOnce(raw: readonly RawCue[]): { cues: readonly CaptionCue[]; rolling: number } {
  const sorted = [...raw].sort((a, b) => a.startMs - b.startMs);
  const once = dropRepeats(dropCopies(readMarkedWords(sorted)));
  const { cues, rolling } = joinRolling(once);
  const finished = cues.flatMap((cue, index) => finishCue(cue, cues[index + 1]) ?? []);
  return { cues: joinWordCues(finished), rolling };
}
