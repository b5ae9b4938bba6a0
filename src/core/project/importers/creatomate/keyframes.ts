import { readEasing } from '../../../motion/easing.js';
import { isJsonObject } from '../../../util/json-object.js';
import { asWritten } from '../as-written.js';
import type { Members } from '../members.js';
import type { Report } from '../report.js';
import { clamp, round, secondsOf, shareOf } from './units.js';

/** When a keyframe is: seconds from the start of the element, or a share of its length. */
export type KeyTime =
  { readonly seconds: number } | { readonly share: number } | { readonly beforeEnd: number };

/** A value at a time, and the easing with which it comes there. */
export interface Key<Value = number> {
  readonly time: KeyTime;
  readonly value: Value;
  readonly easing: string;
}

export const START: KeyTime = { seconds: 0 };
export const END: KeyTime = { share: 1 };
const LONGEST = 14_400;

/** Keyframes are a list of objects with a time and a value. */
export function isKeyframes(value: unknown): value is readonly Readonly<Record<string, unknown>>[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => isJsonObject(one) && 'value' in one)
  );
}

/** The keyframes of a property in the order of their times, which keeps that of the script where two are the same. */
export function keysOf(
  list: readonly Readonly<Record<string, unknown>>[],
  at: string,
  report: Report,
): Key<unknown>[] {
  const keys = list.map(({ time, value, easing }, index) => ({
    time: timeOf(time, `${at}/${index}/time`, report),
    value,
    easing: easingName(easing, `${at}/${index}/easing`, report),
  }));
  return keys.sort((a, b) => order(a.time) - order(b.time));
}

/** Shares stand behind seconds, because the end is the only one that scripts use. */
const order = (time: KeyTime) =>
  'seconds' in time ? time.seconds : 'share' in time ? LONGEST * (1 + time.share) : 2 * LONGEST;

function timeOf(value: unknown, at: string, report: Report): KeyTime {
  if (value === undefined || value === null || value === 'start') return START;
  if (value === 'end') return END;
  const seconds = secondsOf(value);
  if (seconds !== null) return { seconds: clamp(seconds, 0, LONGEST) };
  const share = shareOf(value);
  if (share !== null) return { share: clamp(share, 0, 1) };
  report.note(at, `The time "${asWritten(value).slice(0, 60)}" is unknown, so it is the start.`);
  return START;
}

/** The easing that a RenderScript names, in the spelling of a video config. Without one, it is linear. */
export function easingName(value: unknown, at: string, report: Report): string {
  if (value === undefined || value === null) return 'linear';
  // `steps` alone jumps at the keyframe.
  if (value === 'steps') return 'hold';
  const name = asWritten(value).replace(/^sinusoid-/, 'sine-');
  const known = name.length > 100 ? null : readEasing(name);
  if (known !== null) return known;
  report.note(at, `The easing "${asWritten(value).slice(0, 60)}" is unknown, so it is linear.`);
  return 'linear';
}

/** Seconds from the start. Null if the length that it depends on is unknown. */
export function secondsAt(time: KeyTime, length: number | null): number | null {
  if ('seconds' in time) return time.seconds;
  if (length === null) return 'share' in time && time.share === 0 ? 0 : null;
  return 'share' in time ? time.share * length : Math.max(0, length - time.beforeEnd);
}

/** The time as a video config has it. Null if the length that it depends on is unknown. */
export function writtenTime(time: KeyTime, length: number | null): number | string | null {
  if ('share' in time) return time.share === 1 ? 'end' : `${round(100 * time.share)}%`;
  const seconds = secondsAt(time, length);
  return seconds === null ? null : round(seconds);
}

/** A property that has a value, or keyframes. */
export interface Animated {
  /** The value without keyframes, or the first one of them. */
  readonly value: number;
  readonly keys: readonly Key[] | null;
}

/** Reads a property that can have keyframes. What cannot be read is the default, with a note. */
export function animatedOf(
  props: Members,
  name: string,
  {
    missing,
    read,
    report,
  }: {
    readonly missing: number;
    readonly read: (value: unknown) => number | null;
    readonly report: Report;
  },
): Animated {
  const given = props.get(name);
  if (given === undefined) return { value: missing, keys: null };
  const at = props.at(name);
  const readOr = (value: unknown, place: string) => {
    const number = value === null ? missing : read(value);
    if (number === null)
      report.note(
        place,
        `The value "${asWritten(value).slice(0, 60)}" is unknown. It is left out.`,
      );
    return number;
  };
  if (!isKeyframes(given)) return { value: readOr(given, at) ?? missing, keys: null };
  const keys = keysOf(given, at, report).flatMap(({ time, value, easing }) => {
    const number = readOr(value, at);
    return number === null ? [] : [{ time, value: number, easing }];
  });
  const [first] = keys;
  if (first === undefined) return { value: missing, keys: null };
  const isStatic = keys.every(({ value }) => value === first.value);
  return { value: first.value, keys: isStatic ? null : keys };
}

/** A property that cannot change here. Of keyframes, the value that is shown the longest counts, with a note. */
export function staticOf(props: Members, name: string, report: Report): unknown {
  const given = props.get(name);
  if (!isKeyframes(given)) return given;
  const keys = keysOf(given, props.at(name), report);
  const values = new Set(keys.map(({ value }) => JSON.stringify(value)));
  if (values.size > 1)
    report.note(
      props.at(name),
      `"${name}" does not change here. It has the value of its last keyframe.`,
    );
  return keys.at(-1)?.value;
}
