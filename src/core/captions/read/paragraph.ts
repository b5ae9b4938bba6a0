import { normalizeTimingLine } from './cue-time.js';

/** Consecutive lines between blank lines. */
export interface Paragraph {
  /** The index of the first line in the file. */
  readonly at: number;
  readonly lines: readonly string[];
}

/** A comment, a style sheet, or a region of WebVTT, with or without the header of the file. */
const NON_CUE_BLOCK = /^\uFEFF?(?:(?:NOTE|STYLE|REGION)(?:\s|$)|WEBVTT(?:\s|$)|X-TIMESTAMP-MAP=)/;
const VTT_HEADER = /^\uFEFF?WEBVTT(?:\s|$)/;
const CODE_FENCE = /^\s*(?:`{3,}|~{3,})[\w-]*\s*$/;
const MAX_NUMBER_LENGTH = 24;
const CUE_NUMBER = /^\uFEFF?\s*[#(\u2116]?\s*(\d{1,9})\s*[.):\]-]?\s*$/;
/** Cue numbers have gaps if cues were removed from the file. */
const MAX_NUMBER_GAP = 5;

/** Whether a line starts a block that is known not to be a cue. */
export function startsNonCueBlock(line: string): boolean {
  return NON_CUE_BLOCK.test(line);
}

/** Whether a line is the header of a WebVTT file, which may be joined to another file. */
export function isVttHeader(line: string): boolean {
  return VTT_HEADER.test(line);
}

/** Whether a line is a Markdown code fence, which chat programs put around a file. */
export function isCodeFence(line: string): boolean {
  return CODE_FENCE.test(line);
}

/** Whether a paragraph can be skipped without losing captions. */
export function isKnownNonCue({ lines }: Paragraph): boolean {
  return startsNonCueBlock(lines[0]!) || lines.every(isCodeFence);
}

/** The lines before the code fence that closes the file. */
export function linesBeforeFence({ lines }: Paragraph): readonly string[] {
  const fence = lines.findIndex(isCodeFence);
  return fence < 0 ? lines : lines.slice(0, fence);
}

/** Parses a cue number such as `2`, `2.`, or `#2`; null if the line is not a number. */
export function parseCueNumber(line: string): number | null {
  const isShort = line.length <= MAX_NUMBER_LENGTH;
  const digits = isShort ? CUE_NUMBER.exec(normalizeTimingLine(line))?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}

/** Whether a paragraph is a cue whose line of times is missing: the next cue number, followed by text. */
export function isCueWithoutTimes({ lines }: Paragraph, expected: number): boolean {
  return lines.length > 1 && isExpectedNumber(lines[0]!, expected);
}

/** Whether a paragraph consists of the next cue number only. */
export function isNextCueNumber({ lines }: Paragraph, expected: number): boolean {
  return lines.length === 1 && isExpectedNumber(lines[0]!, expected);
}

function isExpectedNumber(line: string, expected: number): boolean {
  const number = parseCueNumber(line);
  return number !== null && number >= expected && number < expected + MAX_NUMBER_GAP;
}
