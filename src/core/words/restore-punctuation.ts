import type { RawSegment, RawWord } from './types.js';

/** The longest text between two words; a longer one would contain another word. */
const LONGEST_GAP = 24;
const PUNCTUATION = /[.,!?;:\u3002\uFF0C\uFF01\uFF1F]/u;

/**
 * Gives words the punctuation of their text. OpenAI's API and others return bare words and a whole text.
 * Captions need the punctuation to know where sentences end.
 *
 * @returns the words unchanged when they have punctuation, or when the text differs
 */
export function restorePunctuation({ words, text }: RawSegment): readonly RawWord[] {
  if (text === null || !PUNCTUATION.test(text)) return words;
  if (words.some(({ text: word }) => /[.,!?]["']?\s*$/u.test(word))) return words;
  const spans = spansOf(words, text);
  if (spans === null) return words;
  return words.map((word, index) => {
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
}

/** Finds each word in the text; returns null when a word is missing. */
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

/** Returns the text directly before a word, without a space between. */
function openingOf(gap: string, isFirst: boolean): string {
  if (isFirst) return gap.trimStart();
  const space = gap.search(/\s\S*$/u);
  return space < 0 ? '' : gap.slice(space + 1);
}

/** Returns the text after a word: directly after it, or alone between two spaces. */
function closingOf(gap: string, isLast: boolean): string {
  if (isLast) return gap.trimEnd();
  const space = gap.search(/\s\S*$/u);
  return space < 0 ? gap : gap.slice(0, space).trimEnd();
}
