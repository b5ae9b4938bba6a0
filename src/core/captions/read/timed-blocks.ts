import {
  type CuePiece,
  type FileRead,
  type LeftOut,
  MOST_CUES,
  type RawCue,
} from '../cues/caption-cue.js';
import { type CueTimes, looksTimed } from './cue-time.js';
import {
  beforeFence,
  beginsOtherBlock,
  isFence,
  isHeader,
  isKnownAsOther,
  isNextNumber,
  lostItsTimes,
  numberOf,
  type Paragraph,
} from './paragraph.js';

/** How a format of cues under lines of times is written. */
export interface BlockGrammar {
  readonly timing: (line: string) => CueTimes | null;
  /** Whether a blank line may stand inside a text; else what comes after one is no cue's. */
  readonly blankLinesInText: boolean;
  /** Whether any line above the times is a name of the cue, not only a number. */
  readonly namedCues: boolean;
  /** Whether text may follow the times in their line; else nothing after them is read. */
  readonly textAfterTimes: boolean;
  readonly isBlank: (line: string) => boolean;
  readonly read: (text: readonly string[]) => CuePiece[][];
}

/** A cue and the line its times stand in, from 0. */
export interface PlacedCue extends RawCue {
  readonly at: number;
}

/**
 * Reads cues that stand under a line of their times. Each such line begins a cue, whatever stands before
 * it; where it cannot be read, what stands below it is left out, as nobody knows when to show it.
 */
export function readTimedBlocks(
  lines: readonly string[],
  grammar: BlockGrammar,
): FileRead & { readonly cues: readonly PlacedCue[] } {
  const marks = timedLines(lines, grammar);
  const cues: PlacedCue[] = [];
  const left: LeftOut[] = [];
  const reader = new BlockReader(lines, grammar, left);
  const first = marks[0]?.at ?? lines.length;
  reader.readHead(first);
  let number = reader.numberAbove(first) ?? 1;
  for (const [index, { at, times }] of marks.entries()) {
    const next = marks[index + 1]?.at ?? lines.length;
    const text = reader.textBelow(at, next, number + 1, times !== null);
    number = reader.numberAbove(next) ?? number + 1;
    if (times === null) {
      left.push({ line: at + 1, why: 'time' });
      continue;
    }
    const { startMs, endMs, rest } = times;
    const own = grammar.textAfterTimes && isText(rest) ? [rest, ...text] : text;
    cues.push({ at, startMs, endMs, lines: grammar.read(own) });
  }
  return { cues, left: left.sort((a, b) => a.line - b.line) };
}

/** Whether what stands after the times is text, not settings (`X1:10`, `align:start`). */
function isText(rest: string): boolean {
  const parts = rest.trim().split(/\s+/, 20);
  return parts[0] !== '' && !parts.every((part) => /^[\w-]+:\S*$/.test(part));
}

interface TimedLine {
  readonly at: number;
  /** Null: they cannot be read. */
  readonly times: CueTimes | null;
}

function timedLines(lines: readonly string[], { timing }: BlockGrammar): TimedLine[] {
  const marks: TimedLine[] = [];
  let inOther = false;
  for (let at = 0; at < lines.length && marks.length <= MOST_CUES; at++) {
    const line = lines[at]!;
    if (line.trim() === '') inOther = false;
    else if ((lines[at - 1] ?? '').trim() === '') inOther = beginsOtherBlock(line);
    // The first line of a file with a header is that header, whatever it holds.
    const times = isHeader(line) ? null : timing(line);
    if (times) inOther = false;
    if (times || (!inOther && looksTimed(line))) marks.push({ at, times });
  }
  return marks;
}

/** Tells the texts of cues from what stands between them. */
class BlockReader {
  constructor(
    private readonly lines: readonly string[],
    private readonly grammar: BlockGrammar,
    private readonly left: LeftOut[],
  ) {}

  /** What stands before the first cue: a header, or nothing that is known. */
  readHead(to: number): void {
    for (const part of this.paragraphs(0, this.withoutLabel(0, to, null))) {
      if (part.lines.length > 1 || numberOf(part.lines[0]!) === null) this.leaveOut(part);
    }
  }

  /** The number of the cue whose times stand in a line; null: it has none. */
  numberAbove(at: number): number | null {
    return numberOf(this.lines[at - 1] ?? '');
  }

  /**
   * The text of the cue whose times stand in line `at`, up to the next times.
   *
   * @param expected the number that the next cue has, if they are numbered
   */
  textBelow(at: number, next: number, expected: number, readable: boolean): string[] {
    const end = next < this.lines.length ? this.withoutLabel(at + 1, next, expected) : next;
    const text: string[] = [];
    let inText = true;
    for (const [index, part] of this.paragraphs(at + 1, end).entries()) {
      const other = isKnownAsOther(part);
      if (index > 0 && this.grammar.blankLinesInText && lostItsTimes(part, expected))
        inText = false;
      if (!readable) continue;
      if (index > 0 && isNextNumber(part, expected)) continue;
      const own = (index === 0 || this.grammar.blankLinesInText) && inText && !other;
      if (own) text.push(...beforeFence(part));
      else this.leaveOut(part);
      // What stands below the fence that closes a file is of whoever sent it.
      if (part.lines.some(isFence)) inText = false;
    }
    return text;
  }

  /** Where the text before the times at `to` ends, without the number or the name of their cue. */
  private withoutLabel(from: number, to: number, expected: number | null): number {
    const last = to - 1;
    if (last < from || this.isBlank(last)) return to;
    const apart = last === from || this.isBlank(last - 1);
    const number = numberOf(this.lines[last]!);
    if (number !== null && (apart || expected === null || number === expected)) return last;
    const named = this.grammar.namedCues && (expected === null ? apart : apart && last > from);
    return named ? last : to;
  }

  private isBlank(at: number): boolean {
    return this.lines[at]!.trim() === '';
  }

  /** Blocks between blank lines, each with where it begins. */
  private paragraphs(from: number, to: number): Paragraph[] {
    const found: Paragraph[] = [];
    let current: { at: number; lines: string[] } | null = null;
    for (let at = from; at < to; at++) {
      const line = this.lines[at]!;
      const other =
        current !== null && beginsOtherBlock(line) && (isHeader(line) || this.isBlank(at - 1));
      if (this.grammar.isBlank(line) || other) current = null;
      if (this.grammar.isBlank(line)) continue;
      if (current === null) found.push((current = { at, lines: [] }));
      current.lines.push(line);
    }
    return found.filter(({ lines }) => lines.some((line) => line.trim() !== ''));
  }

  /** Counts what is no cue, unless it is known as something else. */
  private leaveOut(part: Paragraph): void {
    if (isKnownAsOther(part)) return;
    this.left.push({ line: part.at + 1, why: 'text' });
  }
}
