import type { CaptionSettings } from '../../project/types/index.js';
import { splitAtBreaks } from '../../text/wrap-text.js';
import type { TimedWord } from '../../timing/types.js';
import { plainText } from '../../text/plain-text.js';
import { onceForEach } from '../../util/once-for-each.js';
import type { CaptionWord } from '../caption-page.js';

type WordSettings = Pick<CaptionSettings, 'keywords' | 'replace' | 'offsetMs'>;

/** A word without the surrounding punctuation. */
const BARE = /^(?<before>[^\p{L}\p{M}\p{N}]*)(?<bare>.*?)(?<after>[^\p{L}\p{M}\p{N}]*)$/su;

/**
 * Prepares words for display: converts them to plain text, replaces and shifts them, marks keywords, and splits
 * text without spaces into dictionary words, each with a share of the time.
 *
 * @returns visible words that end after the start of the video
 */
export function prepareWords(
  words: readonly TimedWord[],
  { keywords, replace, offsetMs }: WordSettings,
): CaptionWord[] {
  const replacements = replacementsOf(replace);
  const shown = words.map((word) => ({
    ...word,
    text: plainText(replaceWord(plainText(word.text), replacements)),
  }));
  const prepared = dropEmptyWords(shown)
    .flatMap(splitUnspaced)
    .map((word) => shiftWord(word, offsetMs))
    .filter(({ endMs }) => endMs > 0 || offsetMs >= 0);
  return markKeywords(prepared, keywords);
}

/** The number of characters of words with their replacements, without building them. */
export function shownCharacters(
  words: readonly TimedWord[],
  { replace }: Pick<WordSettings, 'replace'>,
): number {
  const replacements = replacementsOf(replace);
  const replaces = replacements.size > 0;
  return words.reduce((sum, { text }) => {
    const instead = replaces ? replacements.get(comparisonKey(plainText(text))) : undefined;
    return sum + (instead ?? text).length;
  }, 0);
}

/** The replacements by the form of their word. Scenes share those that they do not set. */
const replacementsOf = onceForEach(
  (replace: WordSettings['replace']): ReadonlyMap<string, string> =>
    new Map(Object.entries(replace).map(([word, text]) => [comparisonKey(word), text] as const)),
);

/** The parts of each keyword, in the form for comparisons. */
const phrasesOf = onceForEach((keywords: WordSettings['keywords']) =>
  keywords
    .map((keyword) => keyword.split(/\s+/u).flatMap(splitAtBreaks).map(comparisonKey))
    .filter((phrase) => phrase.length > 0),
);

/** A form for comparisons, without surrounding punctuation, case, and composition. */
function comparisonKey(text: string): string {
  const { bare = '' } = BARE.exec(text.normalize('NFC'))?.groups ?? {};
  return (bare === '' ? text : bare).toLowerCase();
}

/** Replaces a word and keeps its punctuation, unless the replacement is empty. */
function replaceWord(text: string, replacements: ReadonlyMap<string, string>): string {
  const instead = replacements.get(comparisonKey(text));
  if (instead === undefined) return text;
  const { before = '', after = '' } = BARE.exec(text)?.groups ?? {};
  return instead === '' ? '' : `${before}${instead}${after}`;
}

/** Drops empty words. The next word takes over their spacing. */
function dropEmptyWords(words: readonly TimedWord[]): TimedWord[] {
  let dropped: TimedWord | null = null;
  return words.flatMap((word) => {
    if (word.text === '') {
      dropped ??= word;
      return [];
    }
    const { space, ...rest } = word;
    const own = dropped !== null && space === false ? dropped.space : space;
    dropped = null;
    return [own === undefined ? rest : { ...rest, space: own }];
  });
}

function splitUnspaced(word: TimedWord): TimedWord[] {
  // Text with spaces is meant to stay together.
  if (word.text.includes(' ')) return [word];
  const parts = splitAtBreaks(word.text);
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

function shiftWord(word: TimedWord, byMs: number): TimedWord {
  if (byMs === 0) return word;
  return {
    ...word,
    startMs: Math.max(0, word.startMs + byMs),
    endMs: Math.max(0, word.endMs + byMs),
  };
}

function markKeywords(words: readonly TimedWord[], keywords: readonly string[]): CaptionWord[] {
  const keys = words.map(({ text }) => comparisonKey(text));
  const marked = new Set<number>();
  for (const phrase of phrasesOf(keywords)) {
    keys.forEach((_, from) => {
      if (phrase.every((part, index) => keys[from + index] === part)) {
        phrase.forEach((_part, index) => marked.add(from + index));
      }
    });
  }
  return words.map((word, index) => (marked.has(index) ? { ...word, keyword: true } : word));
}
