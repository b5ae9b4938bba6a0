import type { TimedWord } from '../timing/types.js';

export interface LineLimits {
  readonly maxWords: number;
  /** Pixels. */
  readonly maxWidth: number;
  /** Lines of a page, 1 or 2. */
  readonly maxLines: number;
}

/** A run of words within the phrase, end exclusive. */
type Line = readonly [from: number, to: number];

/** One page costs as much as a line left wholly empty, so pages are filled before new ones are made. */
const PAGE_COST = 1;
const ORPHAN_PAGE_COST = 1;
const ORPHAN_LINE_COST = 0.5;
const UNEVEN_COST = 0.25;
const PAGE_ENDS_CLAUSE = -0.4;
const LINE_ENDS_CLAUSE = -0.1;
const CLAUSE_END =
  /[,;:\u2013\u2014\u3001\uFF0C\uFF1B\uFF1A\u060C\u061B]["'\u2019\u201D\u00BB)\]]*$/u;

/**
 * Divides one phrase into pages of at most `maxLines` lines so that the whole reads best: few
 * pages, evenly filled, ending at commas, no word alone. Looks at all divisions at once (dynamic
 * programming, as TeX breaks paragraphs), since filling line by line leaves the orphans at the end.
 *
 * @param widths of the words in pixels
 * @param gaps widths of what stands before each word when it is not the first of a line
 */
export function layOutPhrase(
  words: readonly TimedWord[],
  widths: readonly number[],
  gaps: readonly number[],
  limits: LineLimits,
): TimedWord[][][] {
  const count = words.length;
  const endsClause = words.map((word) => CLAUSE_END.test(word.text));
  const upTo = [0];
  for (let i = 0; i < count; i++) upTo.push((upTo[i] ?? 0) + (gaps[i] ?? 0) + (widths[i] ?? 0));
  const widthOf = ([from, to]: Line) => (upTo[to] ?? 0) - (upTo[from] ?? 0) - (gaps[from] ?? 0);
  const fits = (line: Line) =>
    line[1] - line[0] === 1 ||
    (line[1] - line[0] <= limits.maxWords && widthOf(line) <= limits.maxWidth);

  const lineCost = (line: Line): number => {
    const filled = Math.max(widthOf(line) / limits.maxWidth, (line[1] - line[0]) / limits.maxWords);
    return Math.max(0, 1 - filled) ** 2;
  };
  const pageCost = (lines: readonly Line[]): number => {
    const [first, second] = lines;
    if (first === undefined) return 0;
    const end = (second ?? first)[1];
    let cost = PAGE_COST + lineCost(first);
    if (endsClause[end - 1]) cost += PAGE_ENDS_CLAUSE;
    if (second === undefined) return end - first[0] === 1 ? cost + ORPHAN_PAGE_COST : cost;
    cost += lineCost(second);
    cost += UNEVEN_COST * ((widthOf(first) - widthOf(second)) / limits.maxWidth) ** 2;
    if (endsClause[first[1] - 1]) cost += LINE_ENDS_CLAUSE;
    for (const [from, to] of lines) if (to - from === 1) cost += ORPHAN_LINE_COST;
    return cost;
  };

  /** The cheapest way to lay out all words before each place, with the last page of that way. */
  const best: { cost: number; lines: readonly Line[] }[] = [{ cost: 0, lines: [] }];
  const offer = (lines: readonly Line[], before: number): void => {
    const end = lines.at(-1)?.[1] ?? 0;
    const cost = before + pageCost(lines);
    if (cost < (best[end]?.cost ?? Infinity)) best[end] = { cost, lines };
  };
  for (let from = 0; from < count; from++) {
    const before = best[from]?.cost ?? Infinity;
    for (let middle = from + 1; middle <= count && fits([from, middle]); middle++) {
      offer([[from, middle]], before);
      if (limits.maxLines < 2) continue;
      for (let to = middle + 1; to <= count && fits([middle, to]); to++) {
        offer(
          [
            [from, middle],
            [middle, to],
          ],
          before,
        );
      }
    }
  }

  const pages: TimedWord[][][] = [];
  for (let end = count; end > 0;) {
    const lines = best[end]?.lines ?? [];
    pages.unshift(lines.map(([from, to]) => words.slice(from, to)));
    end = lines[0]?.[0] ?? 0;
  }
  return pages;
}
