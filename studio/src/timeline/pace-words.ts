/** A word with its time, in seconds. */
export interface TimedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Whether a sentence or a line ends with it, so that a scene can. */
  readonly ends: boolean;
}

/** Together, about 150 English words a minute. */
const PER_WORD = 0.13;
const PER_LETTER = 0.052;
/** A character of these scripts is a syllable, or more. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const PER_DENSE = 0.17;
const PAUSES = { comma: 0.18, sentence: 0.4, line: 0.4, paragraph: 0.8 } as const;

const SENTENCE_END = /[.!?…。！？؟।]["'”’»)\]]*$/u;
const CLAUSE_END = /[,;:،、，；：–—-]["'”’»)\]]*$/u;

/** Gives the words of a script the times at which a calm reader would say them. @param pace 1, or more to be faster */
export function paceWords(script: string, pace = 1): TimedWord[] {
  const words: TimedWord[] = [];
  let at = 0;
  for (const paragraph of script.trim().split(/\n\s*\n/)) {
    for (const line of paragraph.split('\n')) {
      const said = line.split(/\s+/).filter((word) => word !== '');
      for (const [index, word] of said.entries()) {
        const isLast = index === said.length - 1;
        const end = at + secondsOf(word) / pace;
        words.push({
          word,
          start: round(at),
          end: round(end),
          ends: isLast || isSentenceEnd(word),
        });
        at = end + pauseAfter(word, isLast) / pace;
      }
    }
    at += (PAUSES.paragraph - PAUSES.line) / pace;
  }
  return words;
}

/** Whether a sentence ends with a word. */
export function isSentenceEnd(word: string): boolean {
  return SENTENCE_END.test(word);
}

/** Whether a reader pauses after a word within a sentence. */
export function isClauseEnd(word: string): boolean {
  return CLAUSE_END.test(word);
}

function secondsOf(word: string): number {
  const dense = word.match(DENSE)?.length ?? 0;
  return PER_WORD + dense * PER_DENSE + Math.max(0, word.length - dense) * PER_LETTER;
}

function pauseAfter(word: string, isLast: boolean): number {
  if (isSentenceEnd(word)) return PAUSES.sentence;
  if (isLast) return PAUSES.line;
  return isClauseEnd(word) ? PAUSES.comma : 0;
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
