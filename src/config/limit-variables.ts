import { type LimitName, LIMITS, type Limits } from '../core/budget/limits.js';
import { integer } from './parsers.js';
import { type Variable, variable } from './variable.js';

type LimitKey = `limit_${LimitName}`;

/** Limits on the work of a request or a job, under the keys `limit_<name>`. */
export const LIMIT_VARIABLES = Object.fromEntries(
  Object.entries(LIMITS).map(([name, { variable: variableName, fallback, min, max, doc }]) => [
    `limit_${name}`,
    variable({
      name: variableName,
      parse: integer(min, max),
      fallback,
      fallbackText: String(fallback),
      doc,
    }),
  ]),
) as Record<LimitKey, Variable<number>>;

/** The limits among the values of all variables. */
export function limitsOf(values: Readonly<Record<LimitKey, number>>): Limits {
  return Object.fromEntries(
    (Object.keys(LIMITS) as LimitName[]).map((name) => [name, values[`limit_${name}`]]),
  ) as Limits;
}
