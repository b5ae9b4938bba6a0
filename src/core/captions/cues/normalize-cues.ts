import type { CaptionCue, ParsedCue } from './caption-cue.js';
import { dropDuplicateCues } from './drop-duplicate-cues.js';
import { dropRepeatedLines } from './drop-repeated-lines.js';
import { mergeRollingCues } from './merge-rolling-cues.js';
import { mergeWordCues } from './merge-word-cues.js';
import { readHighlightedWords } from './read-highlighted-words.js';
import { toCaptionCue } from './to-caption-cue.js';

export interface NormalizedCues {
  /** Sorted by start; they may overlap. */
  readonly cues: readonly CaptionCue[];
  /** How many cues rolled on one line. */
  readonly rolling: number;
}

/** Turns the cues of a file into plain cues that contain no text more often than it is spoken. */
export function normalizeCues(parsed: readonly ParsedCue[]): NormalizedCues {
  const sorted = [...parsed].sort((a, b) => a.startMs - b.startMs);
  const unique = dropRepeatedLines(dropDuplicateCues(readHighlightedWords(sorted)));
  const { cues, rolling } = mergeRollingCues(unique);
  const plain = cues.flatMap((cue, index) => toCaptionCue(cue, cues[index + 1]) ?? []);
  return { cues: mergeWordCues(plain), rolling };
}
