import { signal } from '@preact/signals';
import { video } from '../../document/index.js';
import { patchTimeline, timeline } from '../../timeline/timeline-store.js';
import type { TimeSpan } from './time-edits.js';
import {
  areWritten,
  findSubtitles,
  limitedWord,
  MOST_WORDS,
  type Subtitles,
  withSpan,
  writeWord,
  writeWords,
} from './word-edits.js';

/** A nudge that waits until somebody agrees that all words are written. */
export interface PendingNudge {
  readonly count: number;
  /** Whether the words come from a caption file. */
  readonly isFile: boolean;
  readonly isTooMany: boolean;
  readonly confirm: () => void;
}

export const pendingNudge = signal<PendingNudge | null>(null);

/** The span that a word gets if another one is wanted. */
export function limitWord(index: number, wanted: TimeSpan): TimeSpan {
  return limitedWord(timeline.peek()?.words ?? [], index, wanted);
}

/** Gives a word other times. Asks first if the document does not contain the words yet. */
export function nudgeWord(index: number, span: TimeSpan): void {
  const current = timeline.peek();
  const subtitles = current && findSubtitles(video.value.peek(), current.scenes);
  if (!subtitles) return;
  const { words } = current;
  const show = () =>
    patchTimeline((before) => ({ ...before, words: withSpan(words, index, span) }));
  if (areWritten(subtitles, words)) {
    writeWord(video, subtitles, index, span);
    show();
    return;
  }
  pendingNudge.value = {
    count: words.length,
    isFile: isFile(subtitles),
    isTooMany: words.length > MOST_WORDS,
    confirm() {
      pendingNudge.value = null;
      writeWords(video, subtitles, withSpan(words, index, span));
      show();
    },
  };
}

function isFile({ element }: Subtitles): boolean {
  return element['captions'] !== undefined && element['captions'] !== null;
}
