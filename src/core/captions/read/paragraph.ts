import { plainSigns } from './cue-time.js';

/** Lines between blank ones. */
export interface Paragraph {
  /** Where it begins in the file, from 0. */
  readonly at: number;
  readonly lines: readonly string[];
}

/** A comment, a style sheet or a region of WebVTT: with or without its header. */
const OTHER_BLOCK = /^\uFEFF?(?:(?:NOTE|STYLE|REGION)(?:\s|$)|WEBVTT(?:\s|$)|X-TIMESTAMP-MAP=)/;
const HEADER = /^\uFEFF?WEBVTT(?:\s|$)/;
const FENCE = /^\s*(?:`{3,}|~{3,})[\w-]*\s*$/;
const LONGEST_NUMBER = 24;
const NUMBER = /^\uFEFF?\s*[#(\u2116]?\s*(\d{1,9})\s*[.):\]-]?\s*$/;
/** Files from which cues were taken out have gaps in their numbers. */
const LONGEST_GAP = 5;

/** Whether a line begins a block that is known to be no cue. */
export function beginsOtherBlock(line: string): boolean {
  return OTHER_BLOCK.test(line);
}

/** Whether a WebVTT file begins here, perhaps one that was joined to another. */
export function isHeader(line: string): boolean {
  return HEADER.test(line);
}

/** What chat programs put around a file, as Markdown has it. */
export function isFence(line: string): boolean {
  return FENCE.test(line);
}

/** Whether nothing is lost where a paragraph is left out. */
export function isKnownAsOther({ lines }: Paragraph): boolean {
  return beginsOtherBlock(lines[0]!) || lines.every(isFence);
}

/** Its lines up to the fence that closes the file. */
export function beforeFence({ lines }: Paragraph): readonly string[] {
  const fence = lines.findIndex(isFence);
  return fence < 0 ? lines : lines.slice(0, fence);
}

/** The number of a cue, as `2`, `2.` or `#2`; null when a line is something else. */
export function numberOf(line: string): number | null {
  const digits = line.length > LONGEST_NUMBER ? undefined : NUMBER.exec(plainSigns(line))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A cue whose line of times is missing: the next number stands there, and its text below. */
export function lostItsTimes({ lines }: Paragraph, expected: number): boolean {
  return lines.length > 1 && comesNext(lines[0]!, expected);
}

/** The number of the next cue, with a blank line below it. */
export function isNextNumber({ lines }: Paragraph, expected: number): boolean {
  return lines.length === 1 && comesNext(lines[0]!, expected);
}

function comesNext(line: string, expected: number): boolean {
  const number = numberOf(line);
  return number !== null && number >= expected && number < expected + LONGEST_GAP;
}
