import { type Issue, formatValue } from '../fields/issues.js';
import { type JsonProblem, lineAndColumn, scanJson } from './scan-json.js';

/** The maximum nesting depth. A video config needs about eight levels, and `client-data` some more. */
export const MAX_DEPTH = 64;

export type JsonResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Parses a JSON text (RFC 8259). Every part of the service that reads JSON uses this function. Rejects texts
 * that nest deeper than {@link MAX_DEPTH} and objects that repeat a name, because section 4 of the RFC does
 * not define which value counts.
 *
 * @param what the subject of messages, such as `The body`
 */
export function readJson(text: string, what: string): JsonResult {
  const { problem, duplicates } = scanJson(text, MAX_DEPTH);
  if (problem) return { ok: false, issues: [problemIssue(text, problem, what)] };
  if (duplicates.length === 0) return { ok: true, value: JSON.parse(text) as unknown };
  const issues = duplicates.map(({ pointer, name, position }) => ({
    pointer,
    message: `The name ${formatValue(name)} at ${placeOf(text, position)} occurs twice in its object. Keep one.`,
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
