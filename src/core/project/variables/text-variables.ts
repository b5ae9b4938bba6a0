import { mismatchMessage } from '../../fields/field.js';
import type { Issue } from '../../fields/issues.js';
import { childPointer } from '../../fields/json-pointer.js';
import { parseDecimal } from '../../expressions/functions.js';
import { readJson } from '../../json/read-json.js';
import { jsonTypeOf } from './declared-variables.js';

export interface TextVariables {
  readonly variables: Readonly<Record<string, unknown>>;
  /** Pointers are relative to the variables. */
  readonly issues: readonly Issue[];
}

/**
 * Converts variables that are given as text, on the command line or in a CSV file. Each takes the type of its
 * value in the config, and stays a text if the config has none.
 *
 * @param own the `variables` of the config
 */
export function readTextVariables(
  texts: Readonly<Record<string, string>>,
  own: Readonly<Record<string, unknown>>,
): TextVariables {
  const issues: Issue[] = [];
  const entries = Object.entries(texts).map(([name, text]) => {
    const type = Object.hasOwn(own, name) ? jsonTypeOf(own[name]) : 'string';
    const value = readAs(type, text);
    if (value === undefined) {
      const message = mismatchMessage(name, EXPECTED[type] ?? 'a text', text);
      const pointer = childPointer('', name);
      issues.push({ pointer, message }, ...jsonIssues(type, text, pointer));
    }
    return [name, value] as const;
  });
  return { variables: Object.fromEntries(entries), issues };
}

const EXPECTED: Readonly<Record<string, string>> = {
  number: 'a number',
  boolean: 'true or false',
  array: 'a JSON list',
  object: 'a JSON object',
};

/** JSON syntax problems of a text that should be a list or an object. Pointers include the variable. */
function jsonIssues(type: string, text: string, within: string): Issue[] {
  // A text without an opening bracket is not meant as JSON.
  if ((type !== 'array' && type !== 'object') || !/^\s*[[{]/.test(text)) return [];
  const read = readJson(text, 'It');
  if (read.ok) return [];
  return read.issues.map(({ pointer, message }) => ({ pointer: `${within}${pointer}`, message }));
}

function readAs(type: string, text: string): unknown {
  switch (type) {
    case 'number':
      return parseDecimal(text) ?? undefined;
    case 'boolean': {
      // Spreadsheets write TRUE and FALSE.
      const lower = text.toLowerCase();
      return lower === 'true' || lower === 'false' ? lower === 'true' : undefined;
    }
    case 'array':
    case 'object': {
      const read = readJson(text, 'It');
      return read.ok && jsonTypeOf(read.value) === type ? read.value : undefined;
    }
    default:
      return text;
  }
}
