import type { CompleteWord } from './fill-missing-times.js';

/** With more simultaneous speakers than this, the rest share the last track. */
const MAX_TRACKS = 16;

/**
 * Assigns a track to each word: by speaker if the list names speakers, else by the order of the list. A
 * list that goes back in time continues with another run of words. A run that overlaps an earlier one
 * gets another track.
 *
 * @returns a track for each word, from 0
 */
export function assignTracks(words: readonly CompleteWord[]): number[] {
  return words.some(({ speaker }) => speaker !== null) ? bySpeaker(words) : byOrder(words);
}

/** A word without a speaker belongs to the speaker of the word before it. */
function bySpeaker(words: readonly CompleteWord[]): number[] {
  const tracks = new Map<string, number>();
  let current = words.find(({ speaker }) => speaker !== null)?.speaker ?? '';
  return words.map(({ speaker }) => {
    current = speaker ?? current;
    const track = tracks.get(current) ?? Math.min(tracks.size, MAX_TRACKS - 1);
    tracks.set(current, track);
    return track;
  });
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** Each run of the list that goes forward in time takes the first free track. */
function byOrder(words: readonly CompleteWord[]): number[] {
  const runs = runsOf(words);
  const tracks = words.map(() => 0);
  if (runs.length < 2) return tracks;
  const busyUntil: number[] = [];
  for (const { from, to, startMs, endMs } of runs.toSorted((a, b) => a.startMs - b.startMs)) {
    const free = busyUntil.findIndex((until) => until <= startMs);
    const track = free >= 0 ? free : Math.min(busyUntil.length, MAX_TRACKS - 1);
    busyUntil[track] = Math.max(busyUntil[track] ?? 0, endMs);
    tracks.fill(track, from, to);
  }
  return tracks;
}

function runsOf(words: readonly CompleteWord[]): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let to = 1; to <= words.length; to++) {
    if (to < words.length && words[to]!.startMs >= words[to - 1]!.startMs) continue;
    const endMs = words.slice(from, to).reduce((latest, word) => Math.max(latest, word.endMs), 0);
    runs.push({ from, to, startMs: words[from]!.startMs, endMs });
    from = to;
  }
  return runs;
}
