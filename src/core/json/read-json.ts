import { type Issue, show } from '../fields/issues.js';
import { type JsonFault, lineAndColumn, scanJson } from './scan-json.js';

/** Depth of brackets a text may have; a project needs about eight, its `client-data` some more. */
export const MAX_DEPTH = 64;

export type JsonRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * The value of a JSON text (RFC 8259), as every door reads it: nested at most {@link MAX_DEPTH} deep, and
 * each name once in its object (its section 4 leaves open which of several counts).
 *
 * @param what the text is, as messages begin: `The body`
 */
export function readJson(text: string, what: string): JsonRead {
  const { fault, duplicates } = scanJson(text, MAX_DEPTH);
  if (fault) return { ok: false, issues: [faultIssue(text, fault, what)] };
  if (duplicates.length === 0) return { ok: true, value: JSON.parse(text) as unknown };
  const issues = duplicates.map(({ pointer, name, position }) => ({
    pointer,
    message: `The name ${show(name)} stands again in this object, ${placeOf(text, position)}; keep one.`,
  }));
  return { ok: false, issues };
}

function faultIssue(text: string, { pointer, position, problem, advice }: JsonFault, what: string) {
  const message = `${what} is not valid JSON: ${problem} at position ${position} (${placeOf(text, position)}).`;
  return { pointer, message: advice === null ? message : `${message} ${advice}` };
}

function placeOf(text: string, position: number): string {
  const { line, column } = lineAndColumn(text, position);
  return `line ${line}, column ${column}`;
}
