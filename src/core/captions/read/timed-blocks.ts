import {
  type CuePiece,
  MAX_CUES,
  type ParsedCaptionFile,
  type ParsedCue,
  type SkippedPart,
} from '../cues/caption-cue.js';
import { type CueTimes, looksLikeTiming } from './cue-time.js';
import {
  isCodeFence,
  isCueWithoutTimes,
  isKnownNonCue,
  isNextCueNumber,
  isVttHeader,
  linesBeforeFence,
  type Paragraph,
  parseCueNumber,
  startsNonCueBlock,
} from './paragraph.js';

/** The rules of a format in which the text of each cue follows a line of times. */
export interface BlockGrammar {
  readonly parseTiming: (line: string) => CueTimes | null;
  /** Whether text continues after a blank line. Otherwise, such text does not belong to a cue. */
  readonly allowsBlankLines: boolean;
  /** Whether any line above the times is the name of the cue, not only a number. */
  readonly allowsCueNames: boolean;
  /** Whether text can follow the times on the same line. Otherwise, the rest of the line is ignored. */
  readonly allowsTextAfterTimes: boolean;
  readonly isBlank: (line: string) => boolean;
  readonly readText: (lines: readonly string[]) => CuePiece[][];
}

/** A cue and the index of its line of times. */
export interface LocatedCue extends ParsedCue {
  readonly at: number;
}

/**
 * Reads cues whose text follows a line of times. Each line of times starts a cue, whatever comes before it.
 * If the times cannot be read, the text below them is skipped, because it is unknown when to show it.
 */
export function readTimedBlocks(
  lines: readonly string[],
  grammar: BlockGrammar,
): ParsedCaptionFile & { readonly cues: readonly LocatedCue[] } {
  const timingLines = findTimingLines(lines, grammar);
  const cues: LocatedCue[] = [];
  const skipped: SkippedPart[] = [];
  const reader = new BlockReader(lines, grammar, skipped);
  const first = timingLines[0]?.at ?? lines.length;
  reader.readHead(first);
  let number = reader.numberAbove(first) ?? 1;
  for (const [index, { at, times }] of timingLines.entries()) {
    const next = timingLines[index + 1]?.at ?? lines.length;
    const text = reader.readBelow({ at, next, expected: number + 1, isReadable: times !== null });
    number = reader.numberAbove(next) ?? number + 1;
    if (times === null) {
      skipped.push({ line: at + 1, reason: 'time' });
      continue;
    }
    const { startMs, endMs, rest } = times;
    const cueText = grammar.allowsTextAfterTimes && isText(rest) ? [rest, ...text] : text;
    cues.push({ at, startMs, endMs, lines: grammar.readText(cueText) });
  }
  return { cues, skipped: skipped.sort((a, b) => a.line - b.line) };
}

/** Whether the rest of a line of times is text, not settings (`X1:10`, `align:start`). */
function isText(rest: string): boolean {
  const parts = rest.trim().split(/\s+/, 20);
  return parts[0] !== '' && !parts.every((part) => /^[\w-]+:\S*$/.test(part));
}

interface TimingLine {
  readonly at: number;
  /** Null if the times cannot be read. */
  readonly times: CueTimes | null;
}

function findTimingLines(lines: readonly string[], { parseTiming }: BlockGrammar): TimingLine[] {
  const found: TimingLine[] = [];
  let inNonCueBlock = false;
  for (let at = 0; at < lines.length && found.length <= MAX_CUES; at++) {
    const line = lines[at]!;
    if (line.trim() === '') inNonCueBlock = false;
    else if ((lines[at - 1] ?? '').trim() === '') inNonCueBlock = startsNonCueBlock(line);
    // The header line can contain anything, even an arrow.
    const times = isVttHeader(line) ? null : parseTiming(line);
    if (times) inNonCueBlock = false;
    if (times || (!inNonCueBlock && looksLikeTiming(line))) found.push({ at, times });
  }
  return found;
}

/** The lines between two lines of times. */
interface CueBlock {
  /** The index of the line of times above the block. */
  readonly at: number;
  /** The index of the next line of times, or the number of lines. */
  readonly next: number;
  /** The number of the next cue if cues are numbered. */
  readonly expected: number;
  /** Whether the times above the block can be read. */
  readonly isReadable: boolean;
}

/** Separates the text of cues from everything else between the lines of times. */
class BlockReader {
  constructor(
    private readonly lines: readonly string[],
    private readonly grammar: BlockGrammar,
    private readonly skipped: SkippedPart[],
  ) {}

  /** Reads the lines before the first cue: a header, or unknown text, which is skipped. */
  readHead(to: number): void {
    for (const part of this.paragraphs(0, this.endBeforeLabel(0, to, null))) {
      if (part.lines.length > 1 || parseCueNumber(part.lines[0]!) === null) this.skip(part);
    }
  }

  /** The cue number above a line of times; null if there is none. */
  numberAbove(at: number): number | null {
    return parseCueNumber(this.lines[at - 1] ?? '');
  }

  /** Reads the text of a cue below its line of times. */
  readBelow({ at, next, expected, isReadable }: CueBlock): string[] {
    const end = next < this.lines.length ? this.endBeforeLabel(at + 1, next, expected) : next;
    const { allowsBlankLines } = this.grammar;
    const text: string[] = [];
    let inText = true;
    for (const [index, part] of this.paragraphs(at + 1, end).entries()) {
      const isFirst = index === 0;
      if (!isFirst && allowsBlankLines && isCueWithoutTimes(part, expected)) inText = false;
      if (!isReadable) continue;
      if (!isFirst && isNextCueNumber(part, expected)) continue;
      const belongsToCue = (isFirst || allowsBlankLines) && inText && !isKnownNonCue(part);
      if (belongsToCue) {
        for (const line of linesBeforeFence(part)) text.push(line);
      } else {
        this.skip(part);
      }
      // Text below the fence that closes a file comes from the chat, not from the file.
      if (part.lines.some(isCodeFence)) inText = false;
    }
    return text;
  }

  /** Where the text above the times at `to` ends, without the number or the name of their cue. */
  private endBeforeLabel(from: number, to: number, expected: number | null): number {
    const last = to - 1;
    if (last < from || this.isBlank(last)) return to;
    const isApart = last === from || this.isBlank(last - 1);
    const number = parseCueNumber(this.lines[last]!);
    if (number !== null && (isApart || expected === null || number === expected)) return last;
    const isName =
      this.grammar.allowsCueNames && (expected === null ? isApart : isApart && last > from);
    return isName ? last : to;
  }

  private isBlank(at: number): boolean {
    return this.lines[at]!.trim() === '';
  }

  private paragraphs(from: number, to: number): Paragraph[] {
    const found: Paragraph[] = [];
    let current: { at: number; lines: string[] } | null = null;
    for (let at = from; at < to; at++) {
      const line = this.lines[at]!;
      const startsOther =
        current !== null && startsNonCueBlock(line) && (isVttHeader(line) || this.isBlank(at - 1));
      if (this.grammar.isBlank(line) || startsOther) current = null;
      if (this.grammar.isBlank(line)) continue;
      if (current === null) found.push((current = { at, lines: [] }));
      current.lines.push(line);
    }
    return found.filter(({ lines }) => lines.some((line) => line.trim() !== ''));
  }

  /** Reports a paragraph that is not a cue, unless it is known to be something else. */
  private skip(part: Paragraph): void {
    if (isKnownNonCue(part)) return;
    this.skipped.push({ line: part.at + 1, reason: 'text' });
  }
}
