import { asWritten } from '../as-written.js';
import { isJsonObject } from '../../../util/json-object.js';
import { readCssColor } from '../../plain-values/css-color.js';
import { numberOf } from '../css.js';
import { Members } from '../members.js';
import type { Report } from '../report.js';

const LONGEST_QUOTE = 60;

/** A value in a message. */
export const quoted = (value: unknown) => `"${asWritten(value).slice(0, LONGEST_QUOTE)}"`;

/** Whether a text still has a placeholder, for which there is no merge field. */
export const isOpen = (value: unknown) => typeof value === 'string' && /\{\{[^{}]*\}\}/.test(value);

/** A number, also as a text. Null, with a note, for anything else that is set. */
export function numberIn(given: Members, name: string, report: Report): number | null {
  const value = given.get(name);
  if (value === undefined || value === '') return null;
  const number = numberOf(value);
  if (number === null && !isOpen(value))
    report.note(given.at(name), `${quoted(value)} is not a number, so "${name}" has no effect.`);
  return number;
}

/** A number within bounds; one outside is the nearest, with a note. */
export function numberWithin(
  given: Members,
  name: string,
  { min, max }: { readonly min: number; readonly max: number },
  report: Report,
): number | null {
  const value = numberIn(given, name, report);
  if (value === null || (value >= min && value <= max)) return value;
  const nearest = Math.min(max, Math.max(min, value));
  report.note(
    given.at(name),
    `"${name}" is ${nearest} instead of ${value}, which is out of range.`,
  );
  return nearest;
}

/** One of some names, whatever its case. Null, with a note, for anything else that is set. */
export function nameIn<T extends string>(
  given: Members,
  name: string,
  names: readonly T[],
  report: Report,
): T | null {
  const value = given.get(name);
  if (value === undefined || value === '') return null;
  const written = asWritten(value).toLowerCase();
  const known = names.find((one) => one.toLowerCase() === written);
  if (known === undefined && !isOpen(value))
    report.note(given.at(name), `${quoted(value)} is unknown, so "${name}" has no effect.`);
  return known ?? null;
}

/** The members of an object; none if it is missing, with a note if it is something else. */
export function objectIn(given: Members, name: string, report: Report): Members {
  const value = given.get(name);
  if (value !== undefined && !isJsonObject(value) && value !== '')
    report.note(given.at(name), `Expected "${name}" to be an object, so it has no effect.`);
  return new Members(isJsonObject(value) ? value : {}, given.at(name));
}

/** How eight digits are read: the opacity is the first two in titles and backgrounds of HTML, and otherwise the last. */
type Notation = 'rgba' | 'argb';

/** A color as `#RRGGBB` or `#RRGGBBAA`. Null, with a note, for anything else that is set. */
export function colorIn(
  given: Members,
  name: string,
  report: Report,
  notation: Notation = 'rgba',
): string | null {
  const value = given.get(name);
  if (value === undefined || value === '') return null;
  const color = typeof value === 'string' ? readCssColor(value) : null;
  if (color === null) {
    if (!isOpen(value))
      report.note(given.at(name), `${quoted(value)} is not a color, so "${name}" has no effect.`);
    return null;
  }
  const [, alpha, rgb] = /^\s*#([0-9a-f]{2})([0-9a-f]{6})\s*$/i.exec(value as string) ?? [];
  return notation === 'argb' && rgb !== undefined
    ? `#${rgb.toUpperCase()}${alpha!.toUpperCase()}`
    : color;
}

/** A color with another opacity in addition to its own. */
export function withOpacity(color: string, opacity: number | null): string {
  if (opacity === null || opacity >= 1) return color;
  const own = color.length > 7 ? Number.parseInt(color.slice(7), 16) : 255;
  const alpha = Math.round(own * Math.max(0, opacity));
  return `${color.slice(0, 7)}${alpha.toString(16).padStart(2, '0').toUpperCase()}`;
}

/** Notes fields that nothing has read: Shotstack does not document them either. */
export function noteUnread(given: Members, report: Report): void {
  for (const name of given.unreadNames())
    report.note(given.at(name), `Unknown field "${name}", which is left out.`);
}

/** A number with at most three digits after the point. */
export const rounded = (value: number) => Number(value.toFixed(3));
