import type { CaptionWord } from '../caption-page.js';

export interface LineLimits {
  /** What scripts without spaces have between two spaces counts as one, unless it is 1. */
  readonly maxWords: number;
  /** Characters, spaces included; a line of one word may have more. */
  readonly maxChars: number;
  /** Pixels. */
  readonly maxWidth: number;
  /** Lines of a page. */
  readonly maxLines: number;
}

/** One page costs as much as a line left wholly empty, so pages are filled before new ones are made. */
const PAGE_COST = 1;
const ORPHAN_PAGE_COST = 1;
const ORPHAN_LINE_COST = 0.5;
const UNEVEN_COST = 0.25;
const PAGE_ENDS_CLAUSE = -0.4;
const PAGE_ENDS_PAUSE = -0.3;
const LINE_ENDS_CLAUSE = -0.1;
const CLAUSE_END =
  /[,;:\u2013\u2014\u3001\uFF0C\uFF1B\uFF1A\u060C\u061B]["'\u2019\u201D\u00BB)\]]*$/u;
/** A silence heard as one, though the sentence goes on after it. */
const SHORT_PAUSE_MS = 250;

/** The words from one to another as a line, the number of lines above it on its page, and what came before. */
interface Line {
  readonly from: number;
  readonly to: number;
  readonly above: number;
  readonly cost: number;
  readonly before: Line | null;
}

/**
 * Divides one phrase into pages of at most `maxLines` lines so that the whole reads best: few
 * pages, evenly filled, ending at commas and pauses, no word alone. Looks at all divisions at once
 * (dynamic programming, as TeX breaks paragraphs), since filling line by line leaves the orphans at
 * the end.
 *
 * @param widths of the words in pixels
 * @param gaps widths of what stands before each word when it is not the first of a line
 */
export function layOutPhrase(
  words: readonly CaptionWord[],
  widths: readonly number[],
  gaps: readonly number[],
  limits: LineLimits,
): CaptionWord[][][] {
  const count = words.length;
  // A space within a script that has none is its author's comma.
  const endsClause = words.map(
    ({ text }, index) => CLAUSE_END.test(text) || words[index + 1]?.space === true,
  );
  const endsPause = words.map(
    ({ endMs }, index) => (words[index + 1]?.startMs ?? endMs) - endMs >= SHORT_PAUSE_MS,
  );
  const widthUpTo = sums(widths.map((width, index) => width + (gaps[index] ?? 0)));
  const charsUpTo = sums(
    words.map(({ text }, index) => text.length + ((gaps[index] ?? 0) > 0 ? 1 : 0)),
  );
  const isOwn = (index: number) =>
    limits.maxWords === 1 || (gaps[index] ?? 0) > 0 || words[index]!.space === false;
  const wordsUpTo = sums(words.map((_, index) => (isOwn(index) ? 1 : 0)));
  const countOf = (from: number, to: number) => 1 + wordsUpTo[to]! - wordsUpTo[from + 1]!;
  const widthOf = (from: number, to: number) =>
    widthUpTo[to]! - widthUpTo[from]! - (gaps[from] ?? 0);
  const charsOf = (from: number, to: number) =>
    charsUpTo[to]! - charsUpTo[from]! - ((gaps[from] ?? 0) > 0 ? 1 : 0);
  const fits = (from: number, to: number) =>
    to - from === 1 ||
    (countOf(from, to) <= limits.maxWords &&
      charsOf(from, to) <= limits.maxChars &&
      widthOf(from, to) <= limits.maxWidth);
  const lineCost = (from: number, to: number): number => {
    const filled = Math.max(
      widthOf(from, to) / limits.maxWidth,
      countOf(from, to) / limits.maxWords,
      charsOf(from, to) / limits.maxChars,
    );
    return Math.max(0, 1 - filled) ** 2;
  };
  const isSingle = ({ from, to }: Line) => to - from === 1;

  /** What ending the page after a line costs. */
  const pageEnd = (line: Line): number => {
    const clause = endsClause[line.to - 1] ? PAGE_ENDS_CLAUSE : 0;
    const pause = endsPause[line.to - 1] ? PAGE_ENDS_PAUSE : 0;
    const orphan = line.above === 0 && isSingle(line) ? ORPHAN_PAGE_COST : 0;
    return orphan + Math.min(clause, pause);
  };
  /** What a line below another on the same page costs besides its own. */
  const lineBelow = (upper: Line, to: number): number => {
    const uneven = (widthOf(upper.from, upper.to) - widthOf(upper.to, to)) / limits.maxWidth;
    const orphans = [upper.above === 0 && isSingle(upper), to - upper.to === 1];
    return (
      UNEVEN_COST * uneven ** 2 +
      (endsClause[upper.to - 1] ? LINE_ENDS_CLAUSE : 0) +
      ORPHAN_LINE_COST * orphans.filter(Boolean).length
    );
  };

  /** The best line of each beginning and number of lines above, by where it ends. */
  const endingAt: Line[][] = Array.from({ length: count + 1 }, () => []);
  const pageBefore: { cost: number; line: Line | null }[] = [{ cost: 0, line: null }];
  for (let from = 0; from < count; from++) {
    const { cost, line } = pageBefore[from]!;
    for (let to = from + 1; to <= count && fits(from, to); to++) {
      const own = lineCost(from, to);
      offer(endingAt[to]!, { from, to, above: 0, cost: cost + PAGE_COST + own, before: line });
      for (const upper of endingAt[from]!) {
        if (upper.above + 1 >= limits.maxLines) continue;
        offer(endingAt[to]!, {
          from,
          to,
          above: upper.above + 1,
          cost: upper.cost + own + lineBelow(upper, to),
          before: upper,
        });
      }
    }
    const ends = endingAt[from + 1]!.map((last) => ({
      cost: last.cost + pageEnd(last),
      line: last,
    }));
    pageBefore.push(ends.reduce((best, end) => (end.cost < best.cost ? end : best)));
  }

  const pages: CaptionWord[][][] = [];
  let lines: CaptionWord[][] = [];
  for (let line = pageBefore[count]?.line ?? null; line !== null; line = line.before) {
    lines.unshift(words.slice(line.from, line.to));
    if (line.above === 0) {
      pages.unshift(lines);
      lines = [];
    }
  }
  return pages;
}

/** Of lines of the same words with as many above, only the cheapest can be of use. */
function offer(lines: Line[], line: Line): void {
  const at = lines.findIndex(({ from, above }) => from === line.from && above === line.above);
  if (at < 0) lines.push(line);
  else if (line.cost < lines[at]!.cost) lines[at] = line;
}

function sums(values: readonly number[]): number[] {
  const upTo = [0];
  for (const value of values) upTo.push(upTo.at(-1)! + value);
  return upTo;
}
