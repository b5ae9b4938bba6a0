import { isJsonObject } from '../../../util/json-object.js';
import { asWritten } from '../as-written.js';
import type { Members } from '../members.js';
import { SILENT } from '../report.js';
import { propsOf, type Stage } from './script.js';
import { knownFacts } from './sources.js';
import {
  EMPTY_SECONDS,
  explicitTime,
  fractionSeconds,
  type Given,
  LONGEST,
  SHORTEST,
  startsItself,
  type Tracks,
  tracksOf,
  transitionSeconds,
} from './tracks.js';
import { clamp, numberIn, round, secondsOf, shareOf } from './units.js';

/** How long an element lasts. */
export type Length =
  | { readonly kind: 'fixed'; readonly seconds: number }
  /** As long as its source, or as what is in it, which is not known yet. */
  | { readonly kind: 'media' }
  /** Until the end of its composition. */
  | { readonly kind: 'rest' };

/** When an element is shown. */
export interface Timing {
  /** Seconds from the start of its composition, or after which element of the list it begins. */
  readonly start: number | { readonly after: number; readonly offset: number };
  readonly length: Length;
  /** The start and the length in seconds, or null where they follow from media. */
  readonly startsAt: number | null;
  readonly seconds: number | null;
}

const MEDIA: ReadonlySet<unknown> = new Set(['video', 'audio']);

/** Plans when the elements of a composition are shown. */
export function planTimes(elements: readonly Members[], stage: Stage): Timing[] {
  const { report, isStill } = stage.script;
  if (isStill)
    return elements.map(() => ({
      ...{ start: 0, startsAt: 0, seconds: stage.seconds },
      length: { kind: 'rest' as const },
    }));
  const tracks = tracksOf(elements);
  const given: Given[] = [];
  for (const [index, element] of elements.entries()) {
    const kind = durationOf(element, stage);
    const previous = tracks.previous[index];
    // Of elements that share a track, those without a length share its time.
    const isShared =
      startsItself(elements, tracks.next[index]) ||
      (previous !== undefined &&
        given[previous]!.kind === 'fraction' &&
        startsItself(elements, index));
    given.push(kind.kind === 'auto' && isShared ? { kind: 'fraction', parts: 1 } : kind);
  }
  const fractions = fractionSeconds(elements, given, tracks, stage);
  const times: Timing[] = [];
  for (const [index, element] of elements.entries()) {
    const next = tracks.next[index];
    const length = lengthOf(
      given[index]!,
      fractions.seconds.get(tracks.of[index]!) ?? EMPTY_SECONDS,
    );
    const start = startOf(element, { index, length, tracks, times, stage });
    const startsAt = typeof start === 'number' ? start : after(times[start.after], start.offset);
    const cap = next === undefined ? null : explicitTime(elements[next]!, stage);
    const capped = cappedLength(length, startsAt, cap);
    const seconds =
      capped.kind === 'fixed'
        ? capped.seconds
        : capped.kind === 'rest' && stage.seconds !== null && startsAt !== null
          ? Math.max(0, stage.seconds - startsAt)
          : null;
    times.push({ start, length: capped, startsAt, seconds });
  }
  if (fractions.unknown !== null)
    report.noteUnknown(
      fractions.unknown,
      `The length of the composition is not known before its media are read, so this lasts ${EMPTY_SECONDS} seconds for each part.`,
    );
  return times;
}

function after(before: Timing | undefined, offset: number): number | null {
  if (before === undefined || before.startsAt === null || before.seconds === null) return null;
  return Math.max(0, before.startsAt + before.seconds + offset);
}

function durationOf(element: Members, stage: Stage): Given {
  const { report } = stage.script;
  const type = element.get('type');
  const value = element.get('duration');
  const at = element.at('duration');
  if (value === undefined && !element.isNull('duration') && MEDIA.has(type))
    return mediaLength(element, stage);
  if (value === undefined || value === 'auto' || value === 'end') {
    if (type !== 'composition') return { kind: 'auto' };
    return contentLength(element, stage);
  }
  if (value === 'media') return MEDIA.has(type) ? mediaLength(element, stage) : { kind: 'auto' };
  const seconds = secondsOf(value);
  if (seconds !== null && seconds > 0)
    return { kind: 'fixed', seconds: clamp(seconds, SHORTEST, LONGEST) };
  const parts = numberIn(value, ['fr']);
  if (parts !== null && parts > 0) return { kind: 'fraction', parts };
  const share = typeof value === 'string' && value.includes('%') ? shareOf(value) : null;
  if (share !== null && share > 0 && stage.seconds !== null)
    return { kind: 'fixed', seconds: round(share * stage.seconds) };
  const message = `The duration "${asWritten(value).slice(0, 60)}" is unknown, so the element is as long as it would be without one.`;
  // A part of a length that only the sources tell.
  if (share !== null && share > 0) report.noteUnknown(at, message);
  else report.note(at, message);
  return MEDIA.has(type) ? mediaLength(element, stage) : { kind: 'auto' };
}

function mediaLength(element: Members, stage: Stage): Given {
  const trimmed = secondsOf(element.get('trim-duration'));
  const speed = shareOf(element.get('speed') ?? '100%') ?? 1;
  const whole = knownSeconds(element, stage);
  const played = trimmed !== null && trimmed > 0 ? trimmed : whole;
  if (played === null) return { kind: 'media' };
  return {
    kind: 'fixed',
    seconds: round(clamp(played / clamp(speed, 0.25, 4), SHORTEST, stage.seconds ?? LONGEST)),
  };
}

/** How long the source of an element is after its start, if that is known. */
function knownSeconds(element: Members, { script }: Stage): number | null {
  const { seconds = null } = knownFacts(element, script) ?? {};
  const from = Math.max(0, secondsOf(element.get('trim-start')) ?? 0);
  return seconds === null || seconds <= from ? null : seconds - from;
}

/** A composition is as long as what is in it and has a length, or else as the one around it. */
function contentLength(element: Members, stage: Stage): Given {
  const length = naturalLength(innerElements(element), { ...stage, seconds: null });
  if (length === null) return { kind: 'auto' };
  return length === 'media' ? { kind: 'media' } : { kind: 'fixed', seconds: length };
}

export function innerElements(element: Members): Members[] {
  const list = element.get('elements');
  return (Array.isArray(list) ? list : []).flatMap((item: unknown, index) =>
    isJsonObject(item) ? [propsOf(item, `${element.at('elements')}/${index}`)] : [],
  );
}

/** Until the last of some elements with a length ends: in seconds, `media` if media say so, or null if none has one. */
export function naturalLength(elements: readonly Members[], stage: Stage): number | 'media' | null {
  const quiet = {
    ...stage,
    script: { ...stage.script, report: SILENT },
  };
  const visible = elements.filter((element) => element.get('visible') !== false);
  const times = planTimes(visible, quiet);
  const ends = visible.flatMap((element, index) => {
    const { length, startsAt, seconds } = times[index]!;
    if (length.kind === 'rest' || isFraction(element)) return [];
    return [startsAt === null || seconds === null ? null : startsAt + seconds];
  });
  if (ends.length === 0) return null;
  if (ends.includes(null)) return 'media';
  return round(Math.max(...(ends as number[])));
}

const isFraction = (element: Members) => /fr\s*$/.test(asWritten(element.get('duration') ?? ''));

function lengthOf(given: Given, part: number): Length {
  if (given.kind === 'fraction')
    return { kind: 'fixed', seconds: clamp(round(part * given.parts), SHORTEST, LONGEST) };
  if (given.kind === 'auto') return { kind: 'rest' };
  return given;
}

function cappedLength(length: Length, startsAt: number | null, cap: number | null): Length {
  if (cap === null || startsAt === null || cap <= startsAt) return length;
  const most = round(cap - startsAt);
  return length.kind === 'rest' ? { kind: 'fixed', seconds: most } : length;
}

function startOf(
  element: Members,
  {
    index,
    length,
    tracks,
    times,
    stage,
  }: {
    readonly index: number;
    readonly length: Length;
    readonly tracks: Tracks;
    readonly times: readonly Timing[];
    readonly stage: Stage;
  },
): Timing['start'] {
  const { report } = stage.script;
  const value = element.get('time');
  const explicit = explicitTime(element, stage);
  if (explicit !== null) return round(explicit);
  if (value === 'end') {
    if (stage.seconds !== null && length.kind === 'fixed')
      return round(Math.max(0, stage.seconds - length.seconds));
    report.noteUnknown(
      element.at('time'),
      'The end is not known before the media are read, so the element begins at the start.',
    );
    return 0;
  }
  if (value !== undefined && value !== 'start' && value !== 'auto') {
    const message = `The time "${asWritten(value).slice(0, 60)}" is unknown, so the element begins as it would without one.`;
    if (shareOf(value) === null) report.note(element.at('time'), message);
    else report.noteUnknown(element.at('time'), message);
  }
  const previous = tracks.previous[index];
  if (previous === undefined || value === 'start') return 0;
  const before = times[previous]!;
  const offset = -transitionSeconds(element);
  const startsAt = after(before, offset);
  if (startsAt !== null) return round(startsAt);
  return { after: previous, offset: round(offset) };
}
