import type { CuePiece, RawCue } from './caption-cue.js';
import { cueText, lineText } from './cue-text.js';

/** A sentence goes on with its next word within this. */
const LONGEST_BLANK_MS = 2000;

/** A cue in which some words are set off: from the first to before the last, by their place in it. */
interface Marked {
  readonly cue: RawCue;
  /** Null: none is. */
  readonly words: { readonly from: number; readonly to: number } | null;
}

/**
 * Sentences whose words have times, for cues that say a sentence again and again with another word set
 * off each time, as Whisper and others write with word highlights. A sentence that comes twice is marked
 * from its beginning again and stays twice.
 *
 * @param cues in order of their start
 */
export function readMarkedWords(cues: readonly RawCue[]): RawCue[] {
  const result: RawCue[] = [];
  for (let at = 0; at < cues.length;) {
    const same = sameSentence(cues, at);
    const marked = same.length < 2 ? [] : markedIn(same);
    for (const group of rounds(marked)) result.push(...sentenceOf(group));
    if (marked.length === 0) result.push(...same);
    at += same.length;
  }
  return result;
}

/** Cues from one on that say the same, one after another. */
function sameSentence(cues: readonly RawCue[], from: number): RawCue[] {
  const first = cues[from]!;
  const text = cueText(first);
  const same = [first];
  for (let at = from + 1; at < cues.length; at++) {
    const cue = cues[at]!;
    if (cue.startMs - same.at(-1)!.endMs > LONGEST_BLANK_MS || cueText(cue) !== text) break;
    same.push(cue);
  }
  return same;
}

/** Each with its words that are set off; empty when in none some words are and others are not. */
function markedIn(cues: readonly RawCue[]): Marked[] {
  const looks = cues.map(wordLooks);
  const usual = looks.find((words) => new Set(words).size > 1)?.at(-1);
  if (usual === undefined) return [];
  return cues.map((cue, index) => {
    const words = looks[index]!;
    const from = words.findIndex((look) => look !== usual);
    const to = words.findLastIndex((look) => look !== usual) + 1;
    return { cue, words: from < 0 ? null : { from, to } };
  });
}

/** The look of each word of a cue: that of its first piece that is set off. */
function wordLooks({ lines }: RawCue): string[] {
  return lines.flatMap((line) => {
    const looks: string[] = [];
    let inWord = false;
    for (const { text, look = '' } of line) {
      for (const part of text.split(/(\s+)/u)) {
        if (part === '') continue;
        const blank = /^\s/u.test(part);
        if (!blank && !inWord) looks.push(look);
        else if (!blank && looks.at(-1) === '') looks[looks.length - 1] = look;
        inWord = !blank;
      }
    }
    return looks;
  });
}

/** Parts in each of which the marks go forward: the sentence is said once in each. */
function rounds(marked: readonly Marked[]): Marked[][] {
  const parts: Marked[][] = [];
  let reached = Infinity;
  for (const one of marked) {
    const again = one.words !== null && one.words.from < reached && one.words.to < reached;
    if (parts.length === 0 || again) parts.push([]);
    if (one.words) reached = one.words.to;
    parts.at(-1)!.push(one);
  }
  return parts;
}

/** One cue with a time for each word that is set off; the cues as they are when fewer than two are. */
function sentenceOf(group: readonly Marked[]): RawCue[] {
  const starts = new Map<number, { startMs: number; endMs: number }>();
  let reached = 0;
  let last: { startMs: number; endMs: number } | null = null;
  for (const { cue, words } of group) {
    if (!words) continue;
    // Where all words up to the one being said are set off, it is the last of them.
    const from = Math.max(words.from, reached);
    if (from >= words.to && last) last.endMs = cue.endMs;
    else {
      last = { startMs: cue.startMs, endMs: cue.endMs };
      starts.set(from, last);
    }
    reached = Math.max(reached, words.to);
  }
  const first = group[0]!.cue;
  if (starts.size < 2) return group.map(({ cue }) => cue);
  const endMs = group.reduce((last, { cue }) => Math.max(last, cue.endMs), first.endMs);
  return [{ ...first, endMs, lines: timedLines(first, starts) }];
}

/** A piece a word; those that have no time share that of the word before. */
function timedLines(
  { lines, startMs }: RawCue,
  starts: ReadonlyMap<number, { startMs: number; endMs: number }>,
): CuePiece[][] {
  let index = 0;
  // What nobody says, such as the name of a speaker, has the time before the first word.
  const before = { startMs, endMs: starts.values().next().value?.startMs ?? startMs };
  return lines.map((line) =>
    lineText(line)
      .split(/\s+/u)
      .filter((word) => word !== '')
      .map((word): CuePiece => {
        const place = index++;
        return {
          text: `${word} `,
          ...(starts.get(place) ?? (place === 0 ? before : { startMs: null })),
        };
      }),
  );
}
