import type { RawCue } from './caption-cue.js';
import { cueText } from './cue-text.js';

/** Cues follow each other when no more than this lies between. */
const NEAR_MS = 100;
/** So many cues in a row must roll before any is taken for rolling: people do say things again. */
const FEWEST = 3;
/** Words that a text must share with the one before it, unless it has all of them. */
const FEWEST_WORDS = 2;

interface Words {
  readonly cue: RawCue;
  readonly words: readonly string[];
}

/**
 * Takes out what captions that roll on one line say again: each cue begins with all or the last words of
 * the one before it, as live captions do. What is new in a cue is said from its start on.
 *
 * @param cues in order of their start
 * @returns the cues, and how many were taken for rolling ones
 */
export function joinRolling(cues: readonly RawCue[]): { cues: RawCue[]; rolling: number } {
  const all = cues.map((cue): Words => ({ cue, words: cueText(cue).split(' ') }));
  const shared = all.map((one, index) => (index === 0 ? 0 : sharedWords(all[index - 1]!, one)));
  const result: RawCue[] = [];
  let rolling = 0;
  for (let from = 0; from < all.length;) {
    let to = from + 1;
    while (to < all.length && shared[to]! > 0) to++;
    if (to - from < FEWEST) result.push(...cues.slice(from, to));
    else {
      result.push(...once(all.slice(from, to), shared.slice(from, to)));
      rolling += to - from;
    }
    from = to;
  }
  return { cues: result, rolling };
}

/** How many words at the end of one cue begin the next, where something new follows them. */
function sharedWords(before: Words, { cue, words }: Words): number {
  if (cue.startMs - before.cue.endMs > NEAR_MS || hasTimes(cue) || hasTimes(before.cue)) return 0;
  const most = Math.min(before.words.length, words.length - 1, 100);
  for (let count = most; count > 0; count--) {
    const whole = count === before.words.length;
    if (!whole && count < FEWEST_WORDS) return 0;
    const from = before.words.length - count;
    if (words.slice(0, count).every((word, index) => word === before.words[from + index])) {
      return count;
    }
  }
  return 0;
}

function hasTimes({ lines }: RawCue): boolean {
  return lines.some((line) => line.some(({ startMs }) => startMs !== null));
}

/** Rolling cues as cues of what is new: a text that only grows is one, with times for its parts. */
function once(all: readonly Words[], shared: readonly number[]): RawCue[] {
  const result: RawCue[] = [];
  for (const [index, { cue, words }] of all.entries()) {
    const grows = index > 0 && shared[index] === all[index - 1]!.words.length;
    const text = `${words.slice(shared[index]).join(' ')} `;
    const piece = { text, startMs: cue.startMs };
    const last = result.at(-1);
    if (!grows || !last) result.push({ ...cue, lines: [[piece]] });
    else {
      const lines = [[...last.lines[0]!, piece]];
      result[result.length - 1] = { ...last, endMs: Math.max(last.endMs, cue.endMs), lines };
    }
  }
  return result;
}
