import { joinWords } from '../../text/join-words.js';
import type { CaptionCue } from './caption-cue.js';

/** With fewer cues, one word per cue may be a coincidence. */
const MIN_CUES = 3;
/** The share of cues with one word, from which a file counts as a list of word times. */
const MIN_WORD_SHARE = 0.9;
/** The longest word in a script without spaces between words. */
const MAX_UNSPACED_LENGTH = 4;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Treats a file with one word per cue as a list of words: consecutive cues become one cue whose words have
 * the times of the original cues. Other files are returned unchanged.
 *
 * @param cues sorted by start
 */
export function mergeWordCues(cues: readonly CaptionCue[]): readonly CaptionCue[] {
  if (cues.length < MIN_CUES) return cues;
  const isWord = cues.map(({ text, words }) => words === null && isOneWord(text));
  if (isWord.filter(Boolean).length < cues.length * MIN_WORD_SHARE) return cues;
  const merged: CaptionCue[] = [];
  let run: CaptionCue[] = [];
  const flush = () => {
    if (run.length > 0) merged.push(mergeRun(run));
    run = [];
  };
  for (const [index, cue] of cues.entries()) {
    if (isWord[index]) run.push(cue);
    else {
      flush();
      merged.push(cue);
    }
  }
  flush();
  return merged;
}

function isOneWord(text: string): boolean {
  return !text.includes(' ') && (!UNSPACED.test(text) || text.length <= MAX_UNSPACED_LENGTH);
}

function mergeRun(cues: readonly CaptionCue[]): CaptionCue {
  const text = joinWords(cues);
  return {
    startMs: cues[0]!.startMs,
    endMs: cues.reduce((last, { endMs }) => Math.max(last, endMs), 0),
    text,
    lines: [text],
    words: cues.map((cue) => ({ text: cue.text, startMs: cue.startMs, endMs: cue.endMs })),
  };
}
