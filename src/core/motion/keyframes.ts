import { easingOf } from './easing.js';

/** A value at a time. */
export interface Keyframe {
  /** Seconds from the start of the element. */
  readonly time: number;
  readonly value: number;
  /** How the value comes here from the keyframe before, in the spelling of `readEasing`. */
  readonly easing: string;
}

/** Keyframes of one value in order of their times, at least one. Of two at the same time, the later one holds from it on. */
export type Track = readonly Keyframe[];

/** A span of time in seconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The keyframes in order of their times. Those at the same time keep their order. */
export function toTrack(keyframes: readonly Keyframe[]): Track {
  return [...keyframes].sort((a, b) => a.time - b.time);
}

/**
 * The value of a track at a time: that of its first keyframe before it, and of its last one after it.
 *
 * @param track not empty
 * @param time in seconds from the start of the element
 */
export function valueAt(track: Track, time: number): number {
  const next = firstAfter(track, time);
  if (next === 0) return track[0]!.value;
  const { time: from, value } = track[next - 1]!;
  const to = track[next];
  if (to === undefined || to.value === value) return value;
  return value + (to.value - value) * easingOf(to.easing)((time - from) / (to.time - from));
}

/** The spans in which a track may change. A jump from one value to another is a span without length. */
export function changingSpans(track: Track): Span[] {
  return track.slice(1).flatMap((keyframe, index) => {
    const before = track[index]!;
    return keyframe.value === before.value ? [] : [{ from: before.time, to: keyframe.time }];
  });
}

function firstAfter(track: Track, time: number): number {
  let [low, high] = [0, track.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (track[middle]!.time > time) high = middle;
    else low = middle + 1;
  }
  return low;
}
