import { isJsonObject, type JsonObject } from '../../../util/json-object.js';
import { numberOf } from '../css.js';

const ID = '[A-Za-z_][A-Za-z0-9_]{0,60}?';
/** An expression of one time of another element, with seconds more or less. */
const RULE = new RegExp(
  `^\\s*\\{\\{\\s*(${ID})_(start|end|duration)\\s*(?:([+-])\\s*(\\d{1,5}(?:\\.\\d{1,6})?)\\s*)?\\}\\}\\s*$`,
);
const NAME = /\b([A-Za-z_][A-Za-z0-9_]{0,60}?)_(start|end|duration)\b/g;
const LONGEST = 1_000;

type Elements = ReadonlyMap<string, JsonObject>;

/**
 * The members of an element that change, because they name times of elements beside it, which JSON2Video provides as variables.
 * Times that are numbers become variables of the element. Those that follow from a source become rules of a video config,
 * which has one for the start and the end of another element, and for its length.
 *
 * @param beside the elements of the same list by their IDs
 */
export function dynamicTimes(element: JsonObject, beside: Elements): JsonObject {
  const changed: Record<string, unknown> = {};
  const known = new Map<string, number>();
  for (const [name, value] of Object.entries(element)) {
    if (typeof value !== 'string' || !value.includes('{{')) continue;
    const before = known.size;
    let isKnown = true;
    for (const [variable, id, field] of value.slice(0, LONGEST).matchAll(NAME)) {
      const other = beside.get(id!);
      if (other === undefined) continue;
      const time = timesOf(other)[field as Time];
      if (time === null) isKnown = false;
      else known.set(variable, time);
    }
    const rule = isKnown || known.size > before ? null : ruleOf(name, value, beside);
    if (rule !== null) changed[name] = rule;
  }
  if (known.size === 0) return changed;
  const variables = isJsonObject(element['variables']) ? element['variables'] : {};
  return { ...changed, variables: { ...Object.fromEntries(known), ...variables } };
}

type Time = 'start' | 'end' | 'duration';

/** The times of an element as far as they are numbers. */
function timesOf(element: JsonObject): Readonly<Record<Time, number | null>> {
  const start = numberOf(element['start'] ?? 0);
  const given = numberOf(element['duration']);
  const duration = given !== null && given > 0 ? given : null;
  const end = start === null || duration === null ? null : start + duration;
  return { start, duration, end };
}

/** The rule for a time that follows from a source; null if there is none for it. */
function ruleOf(name: string, value: string, beside: Elements): object | null {
  const [, id = '', time, sign, seconds = '0'] = RULE.exec(value) ?? [];
  const other = beside.get(id);
  if (other === undefined) return null;
  const offset = (sign === '-' ? -1 : 1) * Number(seconds);
  // The length of an element that begins at 0 is its end.
  const isFromStart = timesOf(other).start === 0;
  if (name === 'start') {
    if (time === 'start') return { 'same-as': id, offset };
    return time === 'end' || isFromStart ? { after: id, offset } : null;
  }
  const isLength = time === 'duration' || (time === 'end' && isFromStart);
  return name === 'duration' && isLength && offset === 0 ? { 'same-as': id } : null;
}
