import { isClauseEnd, type TimedWord } from '../timeline/pace-words.js';

/** Shorter scenes flicker. */
const SHORTEST = 2;
/** A picture that stays longer is dull, if there are others. */
const LONGEST = 8;
/** A picture that is shown at all stays as long as this, which is longer than any fade. */
export const LEAST = 1.2;
/** The picture changes just before the word. */
const LEAD = 0.12;

/** Some words, from the first to the one after the last. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Decides where scenes begin: at sentences, and within long ones if there are enough pictures. If there are more pictures
 * than that, scenes begin within words, too. Returns the starts, from 0, in seconds.
 *
 * @param seconds the length of the video
 * @param pictures how many there are; each is shown at least once if there is time for it
 */
export function planScenes(
  words: readonly TimedWord[],
  seconds: number,
  pictures: number,
): number[] {
  const lengthOf = ({ from, to }: Span) =>
    (words[to]?.start ?? seconds) - (from === 0 ? 0 : words[from]!.start);
  const spans = merged(sentences(words), lengthOf);
  for (;;) {
    const longest = spans.reduce((most, span) => (lengthOf(span) > lengthOf(most) ? span : most));
    const isWanted = spans.length < pictures || (pictures > 1 && lengthOf(longest) > LONGEST);
    const cut = isWanted && lengthOf(longest) >= 2 * SHORTEST ? middle(words, longest) : null;
    if (cut === null) break;
    const { from, to } = longest;
    spans.splice(spans.indexOf(longest), 1, { from, to: cut }, { from: cut, to });
  }
  const starts = spans.map(({ from }) => (from === 0 ? 0 : startOf(words, from)));
  return divided(starts, seconds, pictures);
}

/** Equal shares of a length: for pictures without words. Not more than there is time for. */
export function equalScenes(seconds: number, count: number): number[] {
  return divided([0], seconds, count);
}

/** How long a video has to be to show all pictures, in seconds. */
export function secondsFor(pictures: number): number {
  return pictures * SHORTEST;
}

/** Divides scenes into equal parts, always the one whose parts stay the longest, until there are enough. */
function divided(starts: readonly number[], seconds: number, wanted: number): number[] {
  const scenes = starts.map((start, index) => {
    return { start, length: (starts[index + 1] ?? seconds) - start, parts: 1 };
  });
  const partOf = ({ length, parts }: (typeof scenes)[number]) => length / (parts + 1);
  for (let count = scenes.length; count < wanted; count++) {
    const longest = scenes.reduce((most, one) => (partOf(one) > partOf(most) ? one : most));
    if (partOf(longest) < LEAST) break;
    longest.parts++;
  }
  return scenes.flatMap(({ start, length, parts }) =>
    Array.from({ length: parts }, (_, index) =>
      index === 0 ? start : Math.round((start + (length * index) / parts) * 1000) / 1000,
    ),
  );
}

function sentences(words: readonly TimedWord[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const [index, { ends }] of words.entries()) {
    if (!ends && index < words.length - 1) continue;
    spans.push({ from, to: index + 1 });
    from = index + 1;
  }
  return spans.length > 0 ? spans : [{ from: 0, to: words.length }];
}

/** Joins short sentences with the next one, or the last with the one before. */
function merged(spans: readonly Span[], lengthOf: (span: Span) => number): Span[] {
  const result: Span[] = [];
  let open: Span | null = null;
  for (const { from, to } of spans) {
    const span: Span = { from: open?.from ?? from, to };
    open = lengthOf(span) < SHORTEST ? span : null;
    if (open === null) result.push(span);
  }
  if (open === null) return result;
  const last = result.pop();
  return [...result, { from: last?.from ?? open.from, to: open.to }];
}

/** The word at which a long sentence is cut: after a comma near its middle, or in the middle. Null: it has too few. */
function middle(words: readonly TimedWord[], { from, to }: Span): number | null {
  if (to - from < 2) return null;
  const half = (words[from]!.start + words[to - 1]!.end) / 2;
  const distance = (index: number) => {
    const bonus = isClauseEnd(words[index - 1]!.word) ? 0.4 : 1;
    return Math.abs(words[index]!.start - half) * bonus;
  };
  let best = from + 1;
  for (let index = from + 1; index < to; index++) {
    if (distance(index) < distance(best)) best = index;
  }
  return best;
}

function startOf(words: readonly TimedWord[], index: number): number {
  const { start } = words[index]!;
  const { end } = words[index - 1]!;
  return Math.round((start - Math.min(LEAD, Math.max(0, start - end) / 2)) * 1000) / 1000;
}
