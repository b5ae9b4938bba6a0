import type { Size } from './script.js';

const AMOUNT = /^\s*([+-]?(?:\d{1,7}(?:\.\d{0,12})?|\.\d{1,12}))\s*([a-z%°]*)\s*$/i;
const CLOCK = /^\s*(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:\.\d{1,6})?)\s*$/;

interface Amount {
  readonly amount: number;
  /** In lowercase; empty without a unit. */
  readonly unit: string;
}

/** A number with or without a unit, also as a text. Null for anything else. */
function amountOf(value: unknown): Amount | null {
  if (typeof value === 'number') return Number.isFinite(value) ? { amount: value, unit: '' } : null;
  const [, digits, unit] = (typeof value === 'string' ? AMOUNT.exec(value) : null) ?? [];
  return digits === undefined ? null : { amount: Number(digits), unit: unit!.toLowerCase() };
}

/** What lengths refer to. */
export interface LengthScope {
  readonly frame: Size;
  /** Pixels of the output for a pixel of the script. */
  readonly scale: number;
  /** The pixels that 100% are. */
  readonly whole: number;
}

/** A length in pixels of the output: pixels of the script, a percentage, or a unit of the frame. Null if it is none. */
export function lengthOf(value: unknown, { frame, scale, whole }: LengthScope): number | null {
  const given = amountOf(value);
  if (given === null) return null;
  const { width, height } = frame;
  const units: Readonly<Record<string, number>> = {
    ...{ '': scale, px: scale, '%': whole / 100 },
    ...{ vw: width / 100, vh: height / 100 },
    ...{ vmin: Math.min(width, height) / 100, vmax: Math.max(width, height) / 100 },
  };
  return Object.hasOwn(units, given.unit) ? given.amount * units[given.unit]! : null;
}

/** A percentage as a share. A number without a unit is one, too. */
export function shareOf(value: unknown): number | null {
  const given = amountOf(value);
  return given !== null && ['', '%'].includes(given.unit) ? given.amount / 100 : null;
}

/** Seconds: a number, or a text such as `"2.5 s"`, `"500 ms"`, or `"1:30"`. */
export function secondsOf(value: unknown): number | null {
  const [, hours = '0', minutes, rest] =
    (typeof value === 'string' ? CLOCK.exec(value) : null) ?? [];
  if (minutes !== undefined) return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
  const given = amountOf(value);
  if (given === null) return null;
  if (given.unit === 'ms') return given.amount / 1000;
  return ['', 's', 'sec', 'seconds'].includes(given.unit) ? given.amount : null;
}

/** Degrees: a number, or a text such as `"45°"`. */
export function degreesOf(value: unknown): number | null {
  const given = amountOf(value);
  return given !== null && ['', '°', 'deg'].includes(given.unit) ? given.amount : null;
}

/** A number with one of the given units, or with none. */
export function numberIn(value: unknown, units: readonly string[]): number | null {
  const given = amountOf(value);
  return given !== null && ['', ...units].includes(given.unit) ? given.amount : null;
}

const NAMED: Readonly<Record<string, number>> = {
  ...{ left: 0, top: 0, start: 0, center: 0.5, middle: 0.5, right: 1, bottom: 1, end: 1 },
};

/** The share that the name of a side stands for, such as 1 for `right`. Null for anything else. */
export function namedShare(value: unknown): number | null {
  return typeof value === 'string' && Object.hasOwn(NAMED, value) ? NAMED[value]! : null;
}

export const clamp = (value: number, min: number, max: number) =>
  Math.min(max, Math.max(min, value));

/** A number without the digits that no frame shows. */
export const round = (value: number, digits = 4) => Number(value.toFixed(digits)) + 0;
