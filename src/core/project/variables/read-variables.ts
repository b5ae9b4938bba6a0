import { NAME } from '../../expressions/syntax.js';
import { show } from '../../fields/issues.js';
import type { Expansion } from './expansion.js';
import type { Scope } from './variable-scope.js';
import type { Spot } from './expansion-path.js';

/** Names that an expression reads as something else. */
const TAKEN = new Set(['true', 'false', 'null', 'and', 'or', 'not']);

/** True for what can be the name of a variable. */
export function isVariableName(name: string): boolean {
  return NAME.test(name) && !TAKEN.has(name);
}

export const VARIABLE_NAME_RULE =
  'a name has letters, digits and underscores, begins with no digit, and is no word of the language';

/**
 * The variables of an object of the document.
 *
 * @param outer scope in which the expressions in their values are read; null: values are data, and
 *   nothing in them is read
 */
export function variablesOf(
  given: unknown,
  outer: Scope | null,
  expansion: Expansion,
  spot: Spot,
): Map<string, unknown> {
  const variables = new Map<string, unknown>();
  if (given === undefined) return variables;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    expansion.report(spot, `"variables" is ${show(given)}; allowed is an object.`);
    return variables;
  }
  for (const [name, value] of Object.entries(given)) {
    const at = spot.below(name);
    if (!isVariableName(name)) {
      expansion.report(at, `${show(name)} is no name of a variable: ${VARIABLE_NAME_RULE}.`);
    }
    const made = outer === null ? value : expansion.value(value, outer, at);
    if (made === undefined) expansion.failedVariable(name);
    else variables.set(name, made);
  }
  return variables;
}
