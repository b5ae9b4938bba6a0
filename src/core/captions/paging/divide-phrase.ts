import type { CaptionWord } from '../caption-page.js';
import type { LineLimits, MeasuredWords } from './line-limits.js';

/** A page costs as much as an empty line, so that pages are filled before a new page starts. */
const PAGE_COST = 1;
const ORPHAN_PAGE_COST = 1;
const ORPHAN_LINE_COST = 0.5;
const UNEVEN_COST = 0.25;
const PAGE_ENDS_CLAUSE = -0.4;
const PAGE_ENDS_PAUSE = -0.3;
const LINE_ENDS_CLAUSE = -0.1;
const CLAUSE_END =
  /[,;:\u2013\u2014\u3001\uFF0C\uFF1B\uFF1A\u060C\u061B]["'\u2019\u201D\u00BB)\]]*$/u;
/** An audible pause within a sentence. */
const SHORT_PAUSE_MS = 250;

/** A line of a possible division: its words, its position on the page, and the best line before it. */
interface Line {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** The number of lines above it on its page. */
  readonly above: number;
  /** The cost of the division up to and including this line. */
  readonly cost: number;
  readonly before: Line | null;
}

/** The best end of a page so far. */
interface PageEnd {
  readonly cost: number;
  readonly line: Line | null;
}

/**
 * Divides a phrase into pages of at most `maxLines` lines with the lowest total cost: few pages, evenly filled
 * lines, pages that end at commas and pauses, and no single words. Compares all divisions (dynamic programming,
 * as TeX breaks paragraphs), because filling line by line leaves single words at the end.
 */
export function dividePhrase(phrase: MeasuredWords, limits: LineLimits): CaptionWord[][][] {
  const { words } = phrase;
  const costs = new LineCosts(phrase, limits);
  /** The best lines that end before each word, one per start and number of lines above. */
  const linesEndingAt: Line[][] = Array.from({ length: words.length + 1 }, () => []);
  const pageEnds: PageEnd[] = [{ cost: 0, line: null }];
  for (let from = 0; from < words.length; from++) {
    const { cost, line } = pageEnds[from]!;
    for (let to = from + 1; to <= words.length && costs.fits(from, to); to++) {
      const candidates = linesEndingAt[to]!;
      const lineCost = costs.ofLine(from, to);
      const firstCost = cost + PAGE_COST + lineCost;
      keepCheapest(candidates, { from, to, above: 0, cost: firstCost, before: line });
      for (const upper of linesEndingAt[from]!) {
        const above = upper.above + 1;
        if (above >= limits.maxLines) continue;
        const lowerCost = upper.cost + lineCost + costs.ofLineBelow(upper, to);
        keepCheapest(candidates, { from, to, above, cost: lowerCost, before: upper });
      }
    }
    pageEnds.push(cheapestPageEnd(linesEndingAt[from + 1]!, costs));
  }
  return collectPages(words, pageEnds[words.length]?.line ?? null);
}

/** Of lines with the same words and the same number of lines above, only the cheapest is useful. */
function keepCheapest(lines: Line[], line: Line): void {
  const at = lines.findIndex(({ from, above }) => from === line.from && above === line.above);
  if (at < 0) lines.push(line);
  else if (line.cost < lines[at]!.cost) lines[at] = line;
}

function cheapestPageEnd(lines: readonly Line[], costs: LineCosts): PageEnd {
  return lines
    .map((line): PageEnd => ({ cost: line.cost + costs.ofPageEnd(line), line }))
    .reduce((best, end) => (end.cost < best.cost ? end : best));
}

function collectPages(words: readonly CaptionWord[], last: Line | null): CaptionWord[][][] {
  const pages: CaptionWord[][][] = [];
  let lines: CaptionWord[][] = [];
  for (let line = last; line !== null; line = line.before) {
    lines.unshift(words.slice(line.from, line.to));
    if (line.above === 0) {
      pages.push(lines);
      lines = [];
    }
  }
  return pages.reverse();
}

/** The costs of lines and page ends. Sums up to each word are computed once, as all divisions are compared. */
class LineCosts {
  private readonly endsClause: readonly boolean[];
  private readonly endsPause: readonly boolean[];
  private readonly widthUpTo: readonly number[];
  private readonly charsUpTo: readonly number[];
  private readonly wordsUpTo: readonly number[];
  private readonly gaps: readonly number[];

  constructor(
    { words, widths, gaps }: MeasuredWords,
    private readonly limits: LineLimits,
  ) {
    this.gaps = gaps;
    // A space within a script without spaces separates clauses, like a comma.
    this.endsClause = words.map(
      ({ text }, index) => CLAUSE_END.test(text) || words[index + 1]?.space === true,
    );
    this.endsPause = words.map(
      ({ endMs }, index) => (words[index + 1]?.startMs ?? endMs) - endMs >= SHORT_PAUSE_MS,
    );
    const hasGap = (index: number) => (gaps[index] ?? 0) > 0;
    this.widthUpTo = runningSums(widths.map((width, index) => width + (gaps[index] ?? 0)));
    this.charsUpTo = runningSums(
      words.map(({ text }, index) => text.length + (hasGap(index) ? 1 : 0)),
    );
    const counts = (index: number) =>
      limits.maxWords === 1 || hasGap(index) || words[index]!.space === false;
    this.wordsUpTo = runningSums(words.map((_, index) => (counts(index) ? 1 : 0)));
  }

  /** Whether words fit on one line. A single word always does. */
  fits(from: number, to: number): boolean {
    const { maxWords, maxChars, maxWidth } = this.limits;
    return (
      to - from === 1 ||
      (this.wordsOf(from, to) <= maxWords &&
        this.charsOf(from, to) <= maxChars &&
        this.widthOf(from, to) <= maxWidth)
    );
  }

  /** The cost of the empty part of a line. */
  ofLine(from: number, to: number): number {
    const { maxWords, maxChars, maxWidth } = this.limits;
    const filled = Math.max(
      this.widthOf(from, to) / maxWidth,
      this.wordsOf(from, to) / maxWords,
      this.charsOf(from, to) / maxChars,
    );
    return Math.max(0, 1 - filled) ** 2;
  }

  /** The additional cost of a line below another line on the same page. */
  ofLineBelow(upper: Line, to: number): number {
    const difference = this.widthOf(upper.from, upper.to) - this.widthOf(upper.to, to);
    const uneven = difference / this.limits.maxWidth;
    const upperIsOrphan = upper.above === 0 && isSingleWord(upper);
    const orphans = Number(upperIsOrphan) + Number(to - upper.to === 1);
    return (
      UNEVEN_COST * uneven ** 2 +
      (this.endsClause[upper.to - 1] ? LINE_ENDS_CLAUSE : 0) +
      ORPHAN_LINE_COST * orphans
    );
  }

  /** The cost of ending the page after a line. */
  ofPageEnd(line: Line): number {
    const clause = this.endsClause[line.to - 1] ? PAGE_ENDS_CLAUSE : 0;
    const pause = this.endsPause[line.to - 1] ? PAGE_ENDS_PAUSE : 0;
    const orphan = line.above === 0 && isSingleWord(line) ? ORPHAN_PAGE_COST : 0;
    return orphan + Math.min(clause, pause);
  }

  private widthOf(from: number, to: number): number {
    return this.widthUpTo[to]! - this.widthUpTo[from]! - (this.gaps[from] ?? 0);
  }

  private wordsOf(from: number, to: number): number {
    return 1 + this.wordsUpTo[to]! - this.wordsUpTo[from + 1]!;
  }

  private charsOf(from: number, to: number): number {
    const space = (this.gaps[from] ?? 0) > 0 ? 1 : 0;
    return this.charsUpTo[to]! - this.charsUpTo[from]! - space;
  }
}

function isSingleWord({ from, to }: Line): boolean {
  return to - from === 1;
}

function runningSums(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push(sums.at(-1)! + value);
  return sums;
}
