import { asWritten } from '../as-written.js';
import { childPointer } from '../../../fields/json-pointer.js';
import { isJsonObject } from '../../../util/json-object.js';
import { numberOf } from '../css.js';
import { Members } from '../members.js';
import type { Report } from '../report.js';
import { noteUnread, numberIn, quoted } from './fields.js';

/** A keyframe of a video config. */
export interface OwnKeyframe {
  readonly time: number | 'end';
  readonly value: number | string;
  readonly easing?: string;
}

/** A part of an animation, in seconds from the start of the clip. */
export interface Tween {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly easing: string;
}

const MOST_TWEENS = 160;

/** The curves of Shotstack, as arguments of `cubic-bezier`. */
const CURVES: Readonly<Record<string, string>> = {
  smooth: '0.5, 0, 0.5, 1',
  ease: '0.25, 0.1, 0.25, 1',
  easein: '0.42, 0, 1, 1',
  easeout: '0, 0, 0.58, 1',
  easeinout: '0.42, 0, 0.58, 1',
  easeinquad: '0.55, 0.085, 0.68, 0.53',
  easeincubic: '0.55, 0.055, 0.675, 0.19',
  easeinquart: '0.895, 0.03, 0.685, 0.22',
  easeinquint: '0.755, 0.05, 0.855, 0.06',
  easeinsine: '0.47, 0, 0.745, 0.715',
  easeinexpo: '0.95, 0.05, 0.795, 0.035',
  easeincirc: '0.6, 0.04, 0.98, 0.335',
  easeinback: '0.6, -0.28, 0.735, 0.045',
  easeoutquad: '0.25, 0.46, 0.45, 0.94',
  easeoutcubic: '0.215, 0.61, 0.355, 1',
  easeoutquart: '0.165, 0.84, 0.44, 1',
  easeoutquint: '0.23, 1, 0.32, 1',
  easeoutsine: '0.39, 0.575, 0.565, 1',
  easeoutexpo: '0.19, 1, 0.22, 1',
  easeoutcirc: '0.075, 0.82, 0.165, 1',
  easeoutback: '0.175, 0.885, 0.32, 1.275',
  easeinoutquad: '0.455, 0.03, 0.515, 0.955',
  easeinoutcubic: '0.645, 0.045, 0.355, 1',
  easeinoutquart: '0.77, 0, 0.175, 1',
  easeinoutquint: '0.86, 0, 0.07, 1',
  easeinoutsine: '0.445, 0.05, 0.55, 0.95',
  easeinoutexpo: '1, 0, 0, 1',
  easeinoutcirc: '0.785, 0.135, 0.15, 0.86',
  easeinoutback: '0.68, -0.55, 0.265, 1.55',
};

/** Whether a value is a list of tweens instead of a number. */
export const isTweened = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) || isJsonObject(value);

/** The tweens in a value, in order of their times. Null for a number, and for a list without any. */
export function tweensIn(given: Members, name: string, report: Report): readonly Tween[] | null {
  const value = given.get(name);
  if (!isTweened(value)) return null;
  const at = given.at(name);
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  if (list.length > MOST_TWEENS)
    report.note(at, `An animation has up to ${MOST_TWEENS} tweens. The others are left out.`);
  const tweens = list.slice(0, MOST_TWEENS).flatMap((item, index) => {
    const place = Array.isArray(value) ? childPointer(at, index) : at;
    return tweenOf(item, place, report) ?? [];
  });
  if (tweens.length === 0) return null;
  return tweens.sort((a, b) => a.start - b.start);
}

function tweenOf(item: unknown, at: string, report: Report): Tween | null {
  if (!isJsonObject(item)) {
    report.note(at, `${quoted(item)} is no tween, so it has no effect.`);
    return null;
  }
  const given = new Members(item, at);
  const start = Math.max(0, numberIn(given, 'start', report) ?? 0);
  const length = Math.max(0, numberIn(given, 'length', report) ?? 0);
  const to = numberOf(given.get('to')) ?? numberOf(given.get('from'));
  const from = numberOf(given.get('from')) ?? to;
  const easing = easingOf(given, report);
  noteUnread(given, report);
  if (from === null || to === null) {
    report.note(at, 'A tween has numbers as "from" and "to". This one has no effect.');
    return null;
  }
  return { from, to, start, end: start + length, easing };
}

function easingOf(given: Members, report: Report): string {
  const interpolation = asWritten(given.get('interpolation') ?? 'linear').toLowerCase();
  const written = asWritten(given.get('easing') ?? 'ease').toLowerCase();
  if (interpolation === 'constant') return 'hold';
  if (interpolation !== 'bezier') {
    if (interpolation !== 'linear')
      report.note(
        given.at('interpolation'),
        `${quoted(interpolation)} is unknown, so the value changes evenly.`,
      );
    return 'linear';
  }
  const curve = CURVES[written];
  if (curve === undefined)
    report.note(given.at('easing'), `${quoted(written)} is unknown, so the easing is "ease".`);
  return `cubic-bezier(${curve ?? CURVES['ease']})`;
}

/** Keyframes for tweens. Between tweens, the value goes evenly from the end of one to the start of the next. */
export function keyframesOf(
  tweens: readonly Tween[],
  value: (given: number) => number | string,
): OwnKeyframe[] {
  const keyframes: OwnKeyframe[] = [];
  let time = -1;
  for (const { from, to, start, end, easing } of tweens) {
    // A tween that begins before the one before it ends takes over.
    if (start < time) keyframes.pop();
    if (start !== time || keyframes.at(-1)?.value !== value(from))
      keyframes.push({ time: start, value: value(from) });
    keyframes.push({ time: end, value: value(to), easing });
    time = end;
  }
  return keyframes;
}
