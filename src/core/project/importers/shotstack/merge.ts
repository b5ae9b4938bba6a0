import { asWritten } from '../as-written.js';
import { childPointer } from '../../../fields/json-pointer.js';
import { isJsonObject, type JsonObject } from '../../../util/json-object.js';
import type { Report } from '../report.js';

const PLACEHOLDER = /\{\{\s*([^{}]{1,200}?)\s*\}\}/g;
/** Values can have placeholders themselves. */
const MOST_ROUNDS = 3;
/** All texts of an edit together, in characters. */
const LONGEST_EDIT = 4_000_000;

/** Merge fields by name, and in lower case. */
type Values = ReadonlyMap<string, string>;

/**
 * The edit with the values of its merge fields in place of their placeholders. A request for a template gives `variables`, which
 * take precedence. Placeholders without a value are noted and stay.
 */
export function withMergeFields(config: JsonObject, report: Report): JsonObject {
  const { merge, variables, ...edit } = config;
  const values = valuesOf(merge, variables, report);
  let budget = LONGEST_EDIT;
  const filled = (text: string, pointer: string): string => {
    let result = text;
    for (let round = 0; round < MOST_ROUNDS && result.includes('{{'); round++) {
      result = result.replace(PLACEHOLDER, (placeholder, name: string) => {
        const value = values.get(name) ?? values.get(name.toLowerCase());
        if (value === undefined) return placeholder;
        budget -= value.length;
        return budget < 0 ? '' : value;
      });
    }
    noteOpen(result, pointer, report);
    return result;
  };
  const walk = (value: unknown, pointer: string): unknown => {
    if (typeof value === 'string') return value.includes('{{') ? filled(value, pointer) : value;
    if (Array.isArray(value))
      return value.map((item, index) => walk(item, childPointer(pointer, index)));
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, walk(part, childPointer(pointer, name))]),
    );
  };
  const result = walk(edit, '') as JsonObject;
  if (budget < 0)
    report.refuse(
      '/merge',
      `The merge fields make the edit longer than ${LONGEST_EDIT} characters.`,
    );
  return result;
}

function valuesOf(merge: unknown, variables: unknown, report: Report): Values {
  const values = new Map<string, string>();
  // Names are told apart by case only where both are given.
  const add = (name: string, value: unknown) => {
    const text = asWritten(value);
    values.set(name, text);
    if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), text);
  };
  const fields = isJsonObject(variables) ? Object.entries(variables) : [];
  for (const [name, value] of fields) add(name, value);
  if (merge !== undefined && merge !== null && !Array.isArray(merge))
    report.note('/merge', 'Expected "merge" to be a list, so it has no effect.');
  for (const [index, field] of (Array.isArray(merge) ? merge : []).entries()) {
    const { find, replace } = isJsonObject(field) ? field : {};
    if (typeof find !== 'string' || replace === undefined) {
      const message = 'A merge field has "find" and "replace". This one has no effect.';
      report.note(childPointer('/merge', index), message);
    } else if (!values.has(find.trim())) add(find.trim(), replace);
  }
  return values;
}

function noteOpen(text: string, pointer: string, report: Report): void {
  const [, name] = /\{\{\s*([^{}]{1,200}?)\s*\}\}/.exec(text) ?? [];
  if (name === undefined) return;
  report.note(pointer, `There is no value for the merge field "${name.slice(0, 60)}".`);
}
