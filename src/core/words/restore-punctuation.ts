import type { RawSegment, RawWord } from './types.js';

/** How much may stand between two words that is none of a third. */
const LONGEST_GAP = 24;
const HAS_MARKS = /[.,!?;:\u3002\uFF0C\uFF01\uFF1F]/u;

/**
 * Words with the punctuation of their text. OpenAI's API and others tell the words bare and the text
 * whole; without its marks captions would not know where sentences end.
 *
 * @returns the words as they are where they have marks themselves, or where the text is another
 */
export function restorePunctuation({ words, text }: RawSegment): readonly RawWord[] {
  if (text === null || !HAS_MARKS.test(text)) return words;
  if (words.some(({ text: word }) => /[.,!?]["']?\s*$/u.test(word))) return words;
  const spans = spansOf(words, text);
  if (spans === null) return words;
  const whole = words.map((word, index) => {
    const { from, to } = spans[index]!;
    const before = text.slice(spans[index - 1]?.to ?? 0, from);
    const after = text.slice(to, spans[index + 1]?.from ?? text.length);
    return {
      ...word,
      text:
        openingOf(before, index === 0) +
        text.slice(from, to) +
        closingOf(after, index + 1 === words.length),
      ...(index > 0 && before !== '' && !/\s/u.test(before) ? { space: false } : {}),
    };
  });
  return whole;
}

/** Where each word stands in the text; null when one does not. */
function spansOf(words: readonly RawWord[], text: string): { from: number; to: number }[] | null {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return null;
  const spans: { from: number; to: number }[] = [];
  let reached = 0;
  for (const word of words) {
    const bare = word.text.trim().toLowerCase();
    const window = lower.slice(reached, reached + LONGEST_GAP + bare.length);
    const at = bare === '' ? -1 : window.indexOf(bare);
    if (at < 0) return null;
    spans.push({ from: reached + at, to: reached + at + bare.length });
    reached += at + bare.length;
  }
  return spans;
}

/** What stands before a word without a blank between. */
function openingOf(gap: string, isFirst: boolean): string {
  if (isFirst) return gap.trimStart();
  const blank = gap.search(/\s\S*$/u);
  return blank < 0 ? '' : gap.slice(blank + 1);
}

/** What stands after a word: without a blank between, or alone between two of them. */
function closingOf(gap: string, isLast: boolean): string {
  if (isLast) return gap.trimEnd();
  const blank = gap.search(/\s\S*$/u);
  return blank < 0 ? gap : gap.slice(0, blank).trimEnd();
}
