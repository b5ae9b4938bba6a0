import { type Issue, show } from '../../fields/issues.js';
import { childPointer } from '../../fields/json-pointer.js';
import { spelledNumber } from '../../expressions/functions.js';
import { typeOf } from './declared-variables.js';

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
    const type = Object.hasOwn(own, name) ? typeOf(own[name]) : 'string';
    const value = readAs(type, text);
    if (value === undefined) {
      const message = `"${name}" is ${show(text)}; allowed is ${WORDS[type]}.`;
      issues.push({ pointer: childPointer('', name), message });
    }
    return [name, value] as const;
  });
  return { variables: Object.fromEntries(entries), issues };
}

const WORDS: Readonly<Record<string, string>> = {
  number: 'a number',
  boolean: 'true or false',
  array: 'a list as JSON',
  object: 'an object as JSON',
};

function readAs(type: string, text: string): unknown {
  switch (type) {
    case 'number':
      return spelledNumber(text) ?? undefined;
    case 'boolean':
      return text === 'true' || text === 'false' ? text === 'true' : undefined;
    case 'array':
    case 'object': {
      const value = parseJson(text);
      return typeOf(value) === type ? value : undefined;
    }
    default:
      return text;
  }
}

/** The JSON value of a text; undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
