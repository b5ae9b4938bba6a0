import { NAME } from '../../expressions/syntax.js';
import { mismatchMessage } from '../../fields/field.js';
import { formatValue } from '../../fields/issues.js';
import type { Expansion } from './expansion.js';
import type { VariableScope } from './variable-scope.js';
import type { ExpansionPath } from './expansion-path.js';

/** Words of the expression language, which cannot be names. */
const RESERVED_WORDS = new Set(['true', 'false', 'null', 'and', 'or', 'not']);

/** True for a valid variable name. */
export function isVariableName(name: string): boolean {
  return NAME.test(name) && !RESERVED_WORDS.has(name);
}

export function invalidNameMessage(name: string): string {
  return `${formatValue(name)} is not a valid variable name. Use letters, digits, and underscores, do not begin with a digit, and do not use a reserved word (${[...RESERVED_WORDS].join(', ')}).`;
}

/**
 * Reads the `variables` of the video, a scene, or an element.
 *
 * @param outer scope in which expressions in the values are evaluated, or null to take the values as data
 */
export function readVariables(
  given: unknown,
  outer: VariableScope | null,
  expansion: Expansion,
  path: ExpansionPath,
): Map<string, unknown> {
  const variables = new Map<string, unknown>();
  if (given === undefined) return variables;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    expansion.report(path, mismatchMessage('variables', 'an object', given));
    return variables;
  }
  for (const [name, value] of Object.entries(given)) {
    const at = path.child(name);
    if (!isVariableName(name)) {
      expansion.report(at, invalidNameMessage(name));
    }
    const expanded = outer === null ? value : expansion.expandValue(value, outer, at);
    if (expanded === undefined) expansion.markFailed(name);
    else variables.set(name, expanded);
  }
  return variables;
}
