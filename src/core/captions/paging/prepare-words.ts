import type { CaptionSettings } from '../../project/types/index.js';
import { breakableWords } from '../../text/wrap-text.js';
import type { TimedWord } from '../../timing/types.js';
import { plainText } from '../../text/plain-text.js';
import type { CaptionWord } from '../caption-page.js';

type Settings = Pick<CaptionSettings, 'keywords' | 'replace' | 'offsetMs'>;

/** A word without the marks around it. */
const BARE = /^(?<before>[^\p{L}\p{M}\p{N}]*)(?<bare>.*?)(?<after>[^\p{L}\p{M}\p{N}]*)$/su;

/**
 * Words as they are shown: as plain text, shifted, replaced, keywords marked, and where a script has
 * no spaces, cut into the words of the dictionary, each with its share of the time.
 *
 * @returns words of something to see, none of which ends before the video begins
 */
export function prepareWords(
  words: readonly TimedWord[],
  { keywords, replace, offsetMs }: Settings,
): CaptionWord[] {
  const replacements = new Map(
    Object.entries(replace).map(([word, text]) => [sameAs(word), text] as const),
  );
  const shown = words.map((word) => ({
    ...word,
    text: plainText(replaced(plainText(word.text), replacements)),
  }));
  const prepared = withoutEmpty(shown)
    .flatMap(intoWords)
    .map((word) => shifted(word, offsetMs))
    .filter(({ endMs }) => endMs > 0 || offsetMs >= 0);
  return markKeywords(prepared, keywords);
}

/** For comparing: no marks around it, no difference of case or composition. */
function sameAs(text: string): string {
  const { bare = '' } = BARE.exec(text.normalize('NFC'))?.groups ?? {};
  return (bare === '' ? text : bare).toLowerCase();
}

/** A replaced word keeps the marks around it, unless nothing of it is left. */
function replaced(text: string, replacements: ReadonlyMap<string, string>): string {
  const instead = replacements.get(sameAs(text));
  if (instead === undefined) return text;
  const { before = '', after = '' } = BARE.exec(text)?.groups ?? {};
  return instead === '' ? '' : `${before}${instead}${after}`;
}

/** Without the words of which nothing is left; the next one stands where the lost one stood. */
function withoutEmpty(words: readonly TimedWord[]): TimedWord[] {
  let lost: TimedWord | null = null;
  return words.flatMap((word) => {
    if (word.text === '') {
      lost ??= word;
      return [];
    }
    const { space, ...rest } = word;
    const own = lost !== null && space === false ? lost.space : space;
    lost = null;
    return [own === undefined ? rest : { ...rest, space: own }];
  });
}

function intoWords(word: TimedWord): TimedWord[] {
  // What has spaces was meant to stay together.
  if (word.text.includes(' ')) return [word];
  const parts = breakableWords(word.text);
  if (parts.length < 2) return [word];
  const at = (letters: number) =>
    word.startMs + Math.round(((word.endMs - word.startMs) * letters) / word.text.length);
  let reached = 0;
  const { space, ...rest } = word;
  return parts.map((text, index) => {
    const startMs = at(reached);
    reached += text.length;
    const own = index === 0 && space !== undefined ? { space } : {};
    return { ...rest, ...own, text, startMs, endMs: at(reached) };
  });
}

function shifted(word: TimedWord, byMs: number): TimedWord {
  if (byMs === 0) return word;
  return {
    ...word,
    startMs: Math.max(0, word.startMs + byMs),
    endMs: Math.max(0, word.endMs + byMs),
  };
}

function markKeywords(words: readonly TimedWord[], keywords: readonly string[]): CaptionWord[] {
  const said = words.map(({ text }) => sameAs(text));
  const marked = new Set<number>();
  for (const keyword of keywords) {
    const phrase = keyword.split(/\s+/u).flatMap(breakableWords).map(sameAs);
    if (phrase.length === 0) continue;
    said.forEach((_, from) => {
      if (phrase.every((part, index) => said[from + index] === part)) {
        phrase.forEach((_part, index) => marked.add(from + index));
      }
    });
  }
  return words.map((word, index) => (marked.has(index) ? { ...word, keyword: true } : word));
}
