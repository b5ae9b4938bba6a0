import { retyped, type Splice, type TranscriptWord } from './transcript.js';

/** What surrounds a word and is not part of it. */
const EDGES = /^(?<before>[^\p{L}\p{N}]*)(?<core>.*?)(?<after>[^\p{L}\p{N}]*)$/su;

/** Words in a row that are what someone looks for. */
export interface Found {
  readonly from: number;
  readonly count: number;
}

/** Finds a word or a phrase. Case, and punctuation around words, do not matter. */
export function findWords(words: readonly TranscriptWord[], query: string): Found[] {
  const wanted = query
    .split(/\s+/)
    .map(coreOf)
    .filter((part) => part !== '');
  const count = wanted.length;
  if (count === 0) return [];
  const cores = words.map(({ word }) => coreOf(word));
  const found: Found[] = [];
  for (let from = 0; from + count <= cores.length; from++) {
    if (!wanted.every((part, index) => cores[from + index] === part)) continue;
    found.push({ from, count });
    from += count - 1;
  }
  return found;
}

/** Replaces what was found, and keeps the punctuation around it. */
export function replaceFound(
  words: readonly TranscriptWord[],
  { from, count }: Found,
  replacement: string,
): Splice {
  const [first, last] = [words[from]!, words[from + count - 1]!];
  const before = EDGES.exec(first.word)?.groups?.['before'] ?? '';
  const after = EDGES.exec(last.word)?.groups?.['after'] ?? '';
  const text = replacement.trim();
  const whole = { ...first, end: last.end };
  return { ...retyped([whole], 0, text === '' ? '' : before + text + after), from, count };
}

/** A word without punctuation around it, in lower case. */
export function coreOf(word: string): string {
  return (EDGES.exec(word)?.groups?.['core'] ?? word).toLowerCase();
}
