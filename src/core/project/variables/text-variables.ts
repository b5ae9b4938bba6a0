import { type Issue, formatValue } from '../../fields/issues.js';
import { childPointer } from '../../fields/json-pointer.js';
import { spelledNumber } from '../../expressions/functions.js';
import { readJson } from '../../json/read-json.js';
import { jsonTypeOf } from './declared-variables.js';

export interface TextVariables {
  readonly variables: Readonly<Record<string, unknown>>;
  /** Pointers begin at the variables. */
  readonly issues: readonly Issue[];
}

/**
 * Variables that came as texts, as from a command line or a CSV file. Each gets the type of the value
 * that the config itself has for it, and stays a text where it has none.
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
      const message = `"${name}" is ${formatValue(text)}; allowed is ${EXPECTED[type]}.`;
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
  array: 'a list as JSON',
  object: 'an object as JSON',
};

/** Why a text is no JSON, where JSON is asked for; pointers lead into it. */
function jsonIssues(type: string, text: string, within: string): Issue[] {
  // What begins as none is only of another type.
  if ((type !== 'array' && type !== 'object') || !/^\s*[[{]/.test(text)) return [];
  const read = readJson(text, 'It');
  if (read.ok) return [];
  return read.issues.map(({ pointer, message }) => ({ pointer: `${within}${pointer}`, message }));
}

function readAs(type: string, text: string): unknown {
  switch (type) {
    case 'number':
      return spelledNumber(text) ?? undefined;
    case 'boolean': {
      // Spreadsheets write them in capitals.
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
