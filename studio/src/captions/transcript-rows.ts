import type { Timeline } from '../api/index.js';
import type { TranscriptWord } from './transcript.js';

/** The words that are on screen together. */
export interface TranscriptRow {
  readonly start: number;
  /** The first word, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Divides the words by the captions in which they are shown. */
export function rowsOf(
  words: readonly TranscriptWord[],
  captions: Timeline['captions'],
): TranscriptRow[] {
  const rows: TranscriptRow[] = [];
  let before = -1;
  for (const [index, word] of words.entries()) {
    const caption = captionOf(word, captions);
    const row = rows.at(-1);
    if (row === undefined || caption !== before) {
      rows.push({ start: word.start, from: index, to: index + 1 });
    } else {
      rows[rows.length - 1] = { ...row, to: index + 1 };
    }
    before = caption;
  }
  return rows;
}

/** The word that is said at a time, or the last one before it; -1 before the first. */
export function wordAt(words: readonly TranscriptWord[], seconds: number): number {
  let found = -1;
  for (const [index, { start }] of words.entries()) {
    if (start > seconds + 1e-6) break;
    found = index;
  }
  return found;
}

function captionOf({ start, track }: TranscriptWord, captions: Timeline['captions']): number {
  let found = -1;
  for (const [index, caption] of captions.entries()) {
    // Captions begin with a frame, and words at any time.
    if (caption.start > start + 0.05) break;
    if (caption.track === track) found = index;
  }
  return found;
}

/** A time as people read it: `1:05.3`. */
export function formatTime(seconds: number): string {
  const tenths = Math.floor(seconds * 10 + 1e-6);
  const minutes = Math.floor(tenths / 600);
  const rest = (tenths % 600) / 10;
  return `${minutes}:${rest.toFixed(1).padStart(4, '0')}`;
}
