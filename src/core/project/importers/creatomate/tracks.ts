import { isJsonObject } from '../../../util/json-object.js';
import type { Members } from '../members.js';
import type { Stage } from './script.js';
import { clamp, numberIn, secondsOf, shareOf } from './units.js';

/** Bounds of a length, in seconds. */
export const LONGEST = 14_400;
export const SHORTEST = 0.001;
/** The length of something without one, where nothing around it has one. */
export const EMPTY_SECONDS = 5;
/** The length of an animation without one. */
export const ANIMATION_SECONDS = 1;

/** What the `duration` of an element says. */
export type Given =
  | { readonly kind: 'fixed'; readonly seconds: number }
  | { readonly kind: 'media' }
  | { readonly kind: 'auto' }
  | { readonly kind: 'fraction'; readonly parts: number };

/** Which elements share a track. */
export interface Tracks {
  /** The track of each element; elements without one have their own. */
  readonly of: readonly string[];
  readonly previous: readonly (number | undefined)[];
  readonly next: readonly (number | undefined)[];
}

export function tracksOf(elements: readonly Members[]): Tracks {
  const of = elements.map((element, index) => {
    const track = numberIn(element.get('track'), []);
    return track === null ? `own ${index}` : String(track);
  });
  const last = new Map<string, number>();
  const previous: (number | undefined)[] = [];
  const next: (number | undefined)[] = elements.map(() => undefined);
  for (const [index, track] of of.entries()) {
    const before = last.get(track);
    previous.push(before);
    if (before !== undefined) next[before] = index;
    last.set(track, index);
  }
  return { of, previous, next };
}

/** True if an element begins when the one before it on its track ends. */
export const startsItself = (elements: readonly Members[], next: number | undefined) =>
  next !== undefined && !elements[next]!.has('time');

/** The time of an element that has one, in seconds. */
export function explicitTime(element: Members, stage: Stage): number | null {
  const value = element.get('time');
  if (value === undefined) return null;
  const seconds = secondsOf(value);
  if (seconds !== null) return clamp(seconds, 0, LONGEST);
  const share = shareOf(value);
  return share === null || stage.seconds === null ? null : clamp(share, 0, 1) * stage.seconds;
}

/** How long a part is on each track whose elements share its time. */
export interface Fractions {
  /** By the track, in seconds. */
  readonly seconds: ReadonlyMap<string, number>;
  /** Where the first part is written whose whole is not known, or null. */
  readonly unknown: string | null;
}

/** Divides what fixed lengths leave of a composition among the parts on each track. */
export function fractionSeconds(
  elements: readonly Members[],
  given: readonly Given[],
  tracks: Tracks,
  stage: Stage,
): Fractions {
  const parts = new Map<string, number>();
  const taken = new Map<string, number>();
  let place: string | null = null;
  for (const [index, one] of given.entries()) {
    const track = tracks.of[index]!;
    if (one.kind === 'fraction') {
      parts.set(track, (parts.get(track) ?? 0) + one.parts);
      place ??= elements[index]!.at('duration');
    }
    const length = one.kind === 'fixed' ? one.seconds : 0;
    const overlap = tracks.previous[index] === undefined ? 0 : transitionSeconds(elements[index]!);
    taken.set(track, (taken.get(track) ?? 0) + length - overlap);
  }
  const whole = stage.seconds ?? fixedEnd(elements, given, stage);
  const seconds = new Map<string, number>();
  for (const [track, count] of parts) {
    const rest = whole === null ? EMPTY_SECONDS * count : whole - taken.get(track)!;
    seconds.set(track, Math.max(SHORTEST, rest / count));
  }
  return { seconds, unknown: whole === null ? place : null };
}

/** When the last element of a fixed length ends, if media have no say. */
function fixedEnd(
  elements: readonly Members[],
  given: readonly Given[],
  stage: Stage,
): number | null {
  const ends = given.flatMap((one, index) => {
    if (one.kind === 'media') return [null];
    if (one.kind !== 'fixed') return [];
    return [(explicitTime(elements[index]!, stage) ?? 0) + one.seconds];
  });
  if (ends.length === 0 || ends.includes(null)) return null;
  return Math.max(...(ends as number[]));
}

/** How long the transition to an element takes, in which the one before it is still shown. */
export function transitionSeconds(element: Members): number {
  const animations = element.get('animations');
  const found = (Array.isArray(animations) ? animations : []).find(
    (one: unknown) => isJsonObject(one) && one['transition'] === true,
  ) as Readonly<Record<string, unknown>> | undefined;
  if (found === undefined) return 0;
  const seconds = secondsOf(found['duration'] ?? ANIMATION_SECONDS);
  return clamp(seconds ?? ANIMATION_SECONDS, 0, 60);
}
