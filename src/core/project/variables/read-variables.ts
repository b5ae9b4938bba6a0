import { NAME } from '../../expressions/syntax.js';
import { formatValue } from '../../fields/issues.js';
import type { Expansion } from './expansion.js';
import type { VariableScope } from './variable-scope.js';
import type { ExpansionPath } from './expansion-path.js';

/** Names that an expression reads as something else. */
const RESERVED_WORDS = new Set(['true', 'false', 'null', 'and', 'or', 'not']);

/** True for what can be the name of a variable. */
export function isVariableName(name: string): boolean {
  return NAME.test(name) && !RESERVED_WORDS.has(name);
}

export const VARIABLE_NAME_RULE =
  'a name has letters, digits and underscores, begins with no digit, and is no word of the language';

/**
 * The variables of an object of the document.
 *
 * @param outer scope in which the expressions in their values are read; null: values are data, and
 *   nothing in them is read
 */
export function readVariables(
  given: unknown,
  outer: VariableScope | null,
  expansion: Expansion,
  spot: ExpansionPath,
): Map<string, unknown> {
  const variables = new Map<string, unknown>();
  if (given === undefined) return variables;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    expansion.report(spot, `"variables" is ${formatValue(given)}; allowed is an object.`);
    return variables;
  }
  for (const [name, value] of Object.entries(given)) {
    const at = spot.child(name);
    if (!isVariableName(name)) {
      expansion.report(at, `${formatValue(name)} is no name of a variable: ${VARIABLE_NAME_RULE}.`);
    }
    const made = outer === null ? value : expansion.expandValue(value, outer, at);
    if (made === undefined) expansion.markFailed(name);
    else variables.set(name, made);
  }
  return variables;
}
