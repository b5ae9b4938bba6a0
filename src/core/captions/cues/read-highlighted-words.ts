import type { CuePiece, ParsedCue } from './caption-cue.js';
import { cueText, lineText } from './cue-text.js';

/** The longest gap before the next word of a sentence. */
const MAX_GAP_MS = 2000;

/** A cue and its highlighted words, by their positions; `to` is exclusive. */
interface HighlightedCue {
  readonly cue: ParsedCue;
  /** Null if no word is highlighted. */
  readonly words: { readonly from: number; readonly to: number } | null;
}

interface WordTime {
  startMs: number;
  endMs: number;
}

/**
 * Merges cues that repeat a sentence, each with another word highlighted, into one cue with word times.
 * Whisper and other tools write highlighted words this way. If the highlights of a sentence start over, the
 * sentence is spoken twice and stays twice.
 *
 * @param cues sorted by start
 */
export function readHighlightedWords(cues: readonly ParsedCue[]): ParsedCue[] {
  const result: ParsedCue[] = [];
  for (let at = 0; at < cues.length;) {
    const same = cuesOfSentence(cues, at);
    const highlighted = same.length < 2 ? [] : findHighlights(same);
    for (const pass of splitPasses(highlighted)) result.push(...mergePass(pass));
    if (highlighted.length === 0) result.push(...same);
    at += same.length;
  }
  return result;
}

/** The consecutive cues from `from` on that have the same text. */
function cuesOfSentence(cues: readonly ParsedCue[], from: number): ParsedCue[] {
  const first = cues[from]!;
  const text = cueText(first);
  const same = [first];
  for (let at = from + 1; at < cues.length; at++) {
    const cue = cues[at]!;
    if (cue.startMs - same.at(-1)!.endMs > MAX_GAP_MS || cueText(cue) !== text) break;
    same.push(cue);
  }
  return same;
}

/** The highlighted words of each cue; empty if no cue has both highlighted and other words. */
function findHighlights(cues: readonly ParsedCue[]): HighlightedCue[] {
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

/** The look of each word of a cue: that of its first piece with a look. */
function wordLooks({ lines }: ParsedCue): string[] {
  return lines.flatMap((line) => {
    const looks: string[] = [];
    let inWord = false;
    for (const { text, look = '' } of line) {
      for (const part of text.split(/(\s+)/u)) {
        if (part === '') continue;
        const isBlank = /^\s/u.test(part);
        if (!isBlank && !inWord) looks.push(look);
        else if (!isBlank && looks.at(-1) === '') looks[looks.length - 1] = look;
        inWord = !isBlank;
      }
    }
    return looks;
  });
}

/** Splits cues into passes through the sentence: within a pass, the highlight moves forward. */
function splitPasses(highlighted: readonly HighlightedCue[]): HighlightedCue[][] {
  const passes: HighlightedCue[][] = [];
  let reached = Infinity;
  for (const cue of highlighted) {
    const startsOver = cue.words !== null && cue.words.from < reached && cue.words.to < reached;
    if (passes.length === 0 || startsOver) passes.push([]);
    if (cue.words) reached = cue.words.to;
    passes.at(-1)!.push(cue);
  }
  return passes;
}

/** One cue with a time for each highlighted word; the unchanged cues if fewer than two words are highlighted. */
function mergePass(pass: readonly HighlightedCue[]): ParsedCue[] {
  const times = highlightTimes(pass);
  const first = pass[0]!.cue;
  if (times.size < 2) return pass.map(({ cue }) => cue);
  const endMs = pass.reduce((last, { cue }) => Math.max(last, cue.endMs), first.endMs);
  return [{ ...first, endMs, lines: timeLines(first, times) }];
}

/** The times of highlighted words, by their positions. */
function highlightTimes(pass: readonly HighlightedCue[]): Map<number, WordTime> {
  const times = new Map<number, WordTime>();
  let reached = 0;
  let last: WordTime | null = null;
  for (const { cue, words } of pass) {
    if (!words) continue;
    // If all words up to the spoken one are highlighted, the last of them is the spoken one.
    const from = Math.max(words.from, reached);
    if (from >= words.to && last) last.endMs = cue.endMs;
    else {
      last = { startMs: cue.startMs, endMs: cue.endMs };
      times.set(from, last);
    }
    reached = Math.max(reached, words.to);
  }
  return times;
}

/** One piece per word. Words without a time share the time of the word before them. */
function timeLines(
  { lines, startMs }: ParsedCue,
  times: ReadonlyMap<number, WordTime>,
): CuePiece[][] {
  let index = 0;
  // Text that is not spoken, such as a speaker's name, gets the time before the first word.
  const beforeFirst = { startMs, endMs: times.values().next().value?.startMs ?? startMs };
  return lines.map((line) =>
    lineText(line)
      .split(/\s+/u)
      .filter((word) => word !== '')
      .map((word): CuePiece => {
        const position = index++;
        const untimed = position === 0 ? beforeFirst : { startMs: null };
        return { text: `${word} `, ...(times.get(position) ?? untimed) };
      }),
  );
}
