import type { GivenWord } from '../project/types/index.js';
import { cleanText } from '../text/clean-text.js';
import { assignTracks } from './assign-tracks.js';
import { fillMissingTimes } from './fill-missing-times.js';
import { joinWordPieces } from './join-word-pieces.js';
import { restorePunctuation } from './restore-punctuation.js';
import { MAX_WORDS, type RawSegment, type WordJson } from './types.js';
import { counted } from '../util/counted.js';

/** The longest text of a word; the rest is cut off. */
export const MAX_WORD_LENGTH = 200;

/**
 * Turns the words of a tool into words for captions: joins word pieces, restores punctuation, fills in
 * missing times and assigns tracks.
 *
 * @param segments segments in document order
 * @returns words in the same order, which may differ from the order of their times
 */
export function finishWords(segments: readonly RawSegment[], notes: readonly string[]): WordJson {
  const raw = segments.flatMap((segment) => joinWordPieces(restorePunctuation(segment)));
  const words = raw
    .map((word) => ({ ...word, text: cleanText(word.text).slice(0, MAX_WORD_LENGTH) }))
    .filter(({ text }) => text !== '');
  const cutCount = raw.filter(({ text }) => cleanText(text).length > MAX_WORD_LENGTH).length;
  if (words.length === 0) return { problem: 'The document contains no words.' };
  if (words.length > MAX_WORDS)
    return { problem: `The document contains more than ${MAX_WORDS} words.` };
  if (words.every(({ startMs }) => startMs === null)) {
    return { problem: 'The words have no times. Turn on word timestamps in the tool.' };
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
      ...(filled.missing > 0 ? [missingTimesNote(filled.missing)] : []),
      ...(cutCount > 0 ? [cutNote(cutCount)] : []),
    ],
  };
}

function missingTimesNote(count: number): string {
  return count === 1
    ? '1 word has no times and takes the time between its neighbors.'
    : `${count} words have no times and share the time between their neighbors.`;
}

function cutNote(count: number): string {
  const words = counted(count, 'word is', 'words are');
  return `${words} longer than ${MAX_WORD_LENGTH} characters and cut off.`;
}
