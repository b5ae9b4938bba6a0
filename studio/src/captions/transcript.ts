/** A word of the transcript, in seconds from the start of the video. */
export interface TranscriptWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** The clip or speaker that says it. */
  readonly track: number;
}

/** Replaces some words of the transcript by others. All corrections are such replacements. */
export interface Splice {
  readonly from: number;
  readonly count: number;
  readonly words: readonly TranscriptWord[];
  /** Whether someone chose the times. Otherwise, they follow from the words before. */
  readonly hasTimes: boolean;
}

/** The words after a correction. */
export function spliced(words: readonly TranscriptWord[], splice: Splice): TranscriptWord[] {
  const { from, count, words: inserted } = splice;
  return [...words.slice(0, from), ...inserted, ...words.slice(from + count)];
}

/** A word is written differently. Spaces make several words of it, and no text removes it. */
export function retyped(words: readonly TranscriptWord[], at: number, text: string): Splice {
  const parts = text.split(/\s+/).filter((part) => part !== '');
  return { from: at, count: 1, words: share(words[at]!, parts), hasTimes: false };
}

/** A word becomes two. @param offset where it is cut, in UTF-16 units */
export function split(words: readonly TranscriptWord[], at: number, offset: number): Splice {
  const { word } = words[at]!;
  return retyped(words, at, `${word.slice(0, offset)} ${word.slice(offset)}`);
}

/** A word and the next one become one. */
export function merged(words: readonly TranscriptWord[], at: number): Splice {
  const [first, second] = [words[at]!, words[at + 1]!];
  const word = { ...first, word: first.word + second.word, end: second.end };
  return { from: at, count: 2, words: [word], hasTimes: false };
}

/** A word is gone. */
export function removed(at: number): Splice {
  return { from: at, count: 1, words: [], hasTimes: false };
}

/** A word is said at other times. */
export function retimed(
  words: readonly TranscriptWord[],
  at: number,
  start: number,
  end: number,
): Splice {
  return { from: at, count: 1, words: [{ ...words[at]!, start, end }], hasTimes: true };
}

/** Divides the time of a word by the letters of its parts. */
function share(word: TranscriptWord, parts: readonly string[]): TranscriptWord[] {
  const letters = parts.reduce((sum, part) => sum + part.length, 0);
  const seconds = word.end - word.start;
  let at = word.start;
  return parts.map((part, index) => {
    const start = at;
    const isLast = index === parts.length - 1;
    at = isLast ? word.end : milliseconds(at + (seconds * part.length) / letters);
    return { ...word, word: part, start, end: at };
  });
}

/** Rounds to milliseconds, the unit of the service. */
export function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
