import { type Issue, formatValue } from '../fields/issues.js';
import { type JsonProblem, lineAndColumn, scanJson } from './scan-json.js';

/** Depth of brackets a text may have; a project needs about eight, its `client-data` some more. */
export const MAX_DEPTH = 64;

export type JsonResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * The value of a JSON text (RFC 8259), as every door reads it: nested at most {@link MAX_DEPTH} deep, and
 * each name once in its object (its section 4 leaves open which of several counts).
 *
 * @param what the text is, as messages begin: `The body`
 */
export function readJson(text: string, what: string): JsonResult {
  const { fault, duplicates } = scanJson(text, MAX_DEPTH);
  if (fault) return { ok: false, issues: [problemIssue(text, fault, what)] };
  if (duplicates.length === 0) return { ok: true, value: JSON.parse(text) as unknown };
  const issues = duplicates.map(({ pointer, name, position }) => ({
    pointer,
    message: `The name ${formatValue(name)} stands again in this object, ${placeOf(text, position)}; keep one.`,
  }));
  return { ok: false, issues };
}

function problemIssue(
  text: string,
  { pointer, position, problem, advice }: JsonProblem,
  what: string,
) {
  const message = `${what} is not valid JSON: ${problem} at position ${position} (${placeOf(text, position)}).`;
  return { pointer, message: advice === null ? message : `${message} ${advice}` };
}

function placeOf(text: string, position: number): string {
  const { line, column } = lineAndColumn(text, position);
  return `line ${line}, column ${column}`;
}
