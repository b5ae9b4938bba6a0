import { computed, signal } from '@preact/signals';
import { video } from '../document/index.js';
import { timeline, timelineKey } from '../timeline/timeline-store.js';
import { version } from '../timeline/version.js';
import { type Splice, spliced } from './transcript.js';
import { homesOf } from './word-homes.js';
import { type Transcript, writeCorrections, type Writing, writingOf } from './write-correction.js';

/** The words after a correction, until the service has said when they are said now. */
const expected = signal<{ readonly key: string; readonly transcript: Transcript } | null>(null);

/** The words, and where each is written. */
export const transcript = computed((): Transcript => {
  const key = version.value?.key;
  const guess = expected.value;
  if (guess !== null && guess.key === key && timelineKey.value !== key) return guess.transcript;
  const known = timeline.value;
  if (known === null) return { words: [], homes: [] };
  return { words: known.words, homes: homesOf(video.value.value, known) };
});

/** Corrects words. Returns how that was written. */
export function correct(splices: readonly Splice[]): Writing | null {
  const before = transcript.peek();
  const writings = splices.map((splice) => writingOf(before, splice));
  if (!writeCorrections(video, before, splices)) return null;
  const words = [...splices].sort((a, b) => b.from - a.from).reduce(spliced, [...before.words]);
  const value = video.value.peek();
  const known = timeline.peek()!;
  const homes = homesOf(value, { ...known, words });
  expected.value = { key: version.peek()!.key, transcript: { words, homes } };
  return writings.includes('all-words') ? 'all-words' : (writings[0] ?? null);
}
