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

/** A number within bounds; one outside is the nearest, with a note. Anything else stays for the check of the config. */
export function within(
  given: Members,
  name: string,
  { min, max }: { readonly min: number; readonly max: number },
  report: Report,
): unknown {
  const value = given.get(name);
  if (typeof value !== 'number' || (value >= min && value <= max)) return value;
  const nearest = Math.min(max, Math.max(min, value));
  report.note(
    given.at(name),
    `"${name}" is ${nearest} instead of ${value}, which is out of range.`,
  );
  return nearest;
}
