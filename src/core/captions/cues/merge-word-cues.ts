import { joinWords } from '../../text/join-words.js';
import type { CaptionCue } from './caption-cue.js';

/** A file of fewer cues tells nothing. */
const FEWEST = 3;
/** Of all cues, so many have one word in a file of word times. */
const SHARE_OF_WORDS = 0.9;
/** Letters that a word has at most in a script that puts no spaces between words. */
const LONGEST_UNSPACED = 4;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * A file with a word a cue is a list of words with their times: cues in a row become one, whose words have
 * the times of their cues. Other files stay as they are.
 *
 * @param cues in order of their start
 */
export function joinWordCues(cues: readonly CaptionCue[]): readonly CaptionCue[] {
  if (cues.length < FEWEST) return cues;
  const isWord = cues.map(({ text, words }) => words === null && isOneWord(text));
  if (isWord.filter(Boolean).length < cues.length * SHARE_OF_WORDS) return cues;
  const joined: CaptionCue[] = [];
  let run: CaptionCue[] = [];
  const flush = () => {
    if (run.length > 0) joined.push(asOne(run));
    run = [];
  };
  for (const [index, cue] of cues.entries()) {
    if (isWord[index]) run.push(cue);
    else {
      flush();
      joined.push(cue);
    }
  }
  flush();
  return joined;
}

function isOneWord(text: string): boolean {
  return !text.includes(' ') && (!UNSPACED.test(text) || text.length <= LONGEST_UNSPACED);
}

function asOne(cues: readonly CaptionCue[]): CaptionCue {
  const text = joinWords(cues);
  return {
    startMs: cues[0]!.startMs,
    endMs: cues.reduce((last, { endMs }) => Math.max(last, endMs), 0),
    text,
    lines: [text],
    words: cues.map((cue) => ({ text: cue.text, startMs: cue.startMs, endMs: cue.endMs })),
  };
}
