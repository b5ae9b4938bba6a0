import { asWritten } from '../as-written.js';
import { numberOf } from '../css.js';
import { MovieMembers } from './movie-members.js';
import { readCssColor } from '../../plain-values/css-color.js';
import { childPointer } from '../../../fields/json-pointer.js';
import { isJsonObject } from '../../../util/json-object.js';
import { suggestName } from '../../../util/nearest-name.js';
import type { Members } from '../members.js';
import type { OwnObject } from '../own-object.js';
import { fieldsOf, hasField } from '../own-fields.js';
import type { Report } from '../report.js';

/**
 * Keeps the fields that a video config has too, and notes the others that nothing has read, because JSON2Video doesn't
 * document them either.
 */
export function noteUnread(given: Members, kind: string, own: OwnObject, report: Report): void {
  for (const name of given.unreadNames()) {
    const at = given.at(name);
    if (hasField(kind, name)) own.set(name, given.get(name), at);
    else
      report.note(
        at,
        `Unknown field "${name}", which is left out.${suggestName(name, fieldsOf(kind))}`,
      );
  }
}

/** The objects of a list. What is null is left out; anything else is refused where it is. */
export function listIn(given: Members, name: string, report: Report): MovieMembers[] {
  const list = given.get(name);
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown, index) => {
    const at = childPointer(given.at(name), index);
    if (item === null) {
      report.note(at, 'This is null, so it is left out.');
      return [];
    }
    return new MovieMembers(isJsonObject(item) ? item : { type: item }, at);
  });
}

const LONGEST_QUOTE = 60;

/** A value in a message. */
export const quoted = (value: unknown) => `"${asWritten(value).slice(0, LONGEST_QUOTE)}"`;

/** The numbers that a field can have. */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly isWhole?: boolean;
}

/** A number within bounds; one outside is the nearest, with a note. Anything else stays for the check of the config. */
export function within(
  given: Members,
  name: string,
  { min, max, isWhole = false }: Range,
  report: Report,
): unknown {
  const value = given.get(name);
  const number = numberOf(value);
  if (number === null) return value;
  const nearest = Math.min(max, Math.max(min, isWhole ? Math.round(number) : number));
  if (nearest === number) return number;
  report.note(
    given.at(name),
    `"${name}" is ${nearest} instead of ${number}, which is out of range.`,
  );
  return nearest;
}

/** A number within bounds; undefined, with a note, for anything else that is set. */
export function numberIn(
  given: Members,
  name: string,
  range: Range,
  report: Report,
): number | undefined {
  const number = within(given, name, range, report);
  if (typeof number === 'number') return number;
  if (number !== undefined)
    report.note(given.at(name), `${quoted(number)} is no number, so "${name}" has no effect.`);
  return undefined;
}

/** One of some names, whatever its case; undefined, with a note, for anything else that is set. */
export function nameIn<T extends string>(
  given: Members,
  name: string,
  names: readonly T[],
  report: Report,
): T | undefined {
  const value = given.get(name);
  if (value === undefined) return undefined;
  const known = names.find((one) => one === plainName(value));
  if (known === undefined)
    report.note(given.at(name), `${quoted(value)} is unknown, so "${name}" has no effect.`);
  return known;
}

/** A name in lower case, with hyphens. */
export const plainName = (value: unknown) =>
  asWritten(value).trim().toLowerCase().replaceAll('_', '-').replaceAll(' ', '-');

/** A color of CSS; undefined, with a note, for anything else that is set. */
export function colorIn(given: Members, name: string, report: Report): string | undefined {
  const value = given.get(name);
  if (value === undefined) return undefined;
  const color = readCssColor(asWritten(value));
  if (color === null)
    report.note(given.at(name), `${quoted(value)} is not a color, so "${name}" has no effect.`);
  return color ?? undefined;
}

/** Whether a flag is set, also as a text or a number. Null for anything else. */
export function flagOf(value: unknown): boolean | null {
  if (value === true || value === 1) return true;
  if (value === false || value === 0) return false;
  const written = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (written === 'true' || written === '1' || written === 'yes') return true;
  return written === 'false' || written === '0' || written === 'no' ? false : null;
}

/** How PHP writes an object without members. */
export const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;
