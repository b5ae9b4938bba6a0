import type { CompleteWord } from './fill-missing-times.js';

/** More that speak at once than this share the last track. */
const MAX_TRACKS = 16;

/**
 * Tells whose each word is: by its speaker where the list says so, else by the order of the list. Where
 * a list goes back in time it goes on with other words; those said during words before them are
 * another's.
 *
 * @returns for each word a track, from 0
 */
export function assignTracks(words: readonly CompleteWord[]): number[] {
  return words.some(({ speaker }) => speaker !== null) ? bySpeaker(words) : byOrder(words);
}

/** A word without a speaker is of the one before it. */
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

/** Each stretch of the list that goes forward in time has the first track that is free then. */
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
