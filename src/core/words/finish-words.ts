import type { GivenWord } from '../project/types/index.js';
import { cleanText } from '../text/clean-text.js';
import { assignTracks } from './assign-tracks.js';
import { fillMissingTimes } from './fill-missing-times.js';
import { joinWordPieces } from './join-word-pieces.js';
import { restorePunctuation } from './restore-punctuation.js';
import { MAX_WORDS, type RawSegment, type WordJson } from './types.js';

/** Longest text of a word; what is beyond it is left out. */
export const MAX_WORD_LENGTH = 200;

/**
 * Words as captions take them, from what a tool wrote: pieces put together, marks restored, missing
 * times filled in, and each with the track of who says it.
 *
 * @param segments in the order of the document
 * @returns words in that order, which need not be that of their times
 */
export function finishWords(segments: readonly RawSegment[], notes: readonly string[]): WordJson {
  const told = segments.flatMap((segment) => joinWordPieces(restorePunctuation(segment)));
  const words = told
    .map((word) => ({ ...word, text: cleanText(word.text).slice(0, MAX_WORD_LENGTH) }))
    .filter(({ text }) => text !== '');
  const cut = told.filter(({ text }) => cleanText(text).length > MAX_WORD_LENGTH).length;
  if (words.length === 0) return { problem: 'It holds no words.' };
  if (words.length > MAX_WORDS) return { problem: `It has more than ${MAX_WORDS} words.` };
  if (words.every(({ startMs }) => startMs === null)) {
    return { problem: 'Its words have no times: let the tool write word timestamps.' };
  }
  const filled = fillMissingTimes(words);
  const tracks = assignTracks(filled.words);
  return {
    words: filled.words.map(({ text, startMs, endMs, space }, index): GivenWord => ({
      text,
      startMs,
      endMs,
      ...(space === undefined ? {} : { space }),
      ...(tracks[index]! > 0 ? { track: tracks[index]! } : {}),
    })),
    notes: [
      ...notes,
      ...(filled.guessed > 0 ? [guessNote(filled.guessed)] : []),
      ...(cut > 0
        ? [`${cut} of the words have more than ${MAX_WORD_LENGTH} characters and are cut.`]
        : []),
    ],
  };
}

function guessNote(count: number): string {
  const words =
    count === 1
      ? '1 word has no time of its own and has'
      : `${count} words have no times of their own and share`;
  return `${words} the time between the neighbours.`;
}
