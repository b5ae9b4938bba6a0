import { JobFailure } from '../../core/job/job-failure.js';
import type { Issue } from '../../core/fields/issues.js';
import { locatePointers, type PointerPlaces } from '../../core/json/locate-pointers.js';
import { outputClosed } from './standard-streams.js';

/** Exit status for invalid input, as opposed to a failed render. */
export const INVALID_INPUT = 2;

interface FoundIssues {
  /** The set of variables, such as `rows.csv: row 2`; null: the file itself. */
  readonly where: string | null;
  readonly issues: readonly Issue[];
}

/** Prints issues with their pointers, and with their lines if they are in the file itself. @param text its content */
export function printIssues(file: string, found: FoundIssues, text: string): void {
  for (const line of issueLines(file, found, text)) process.stderr.write(`${line}\n`);
  setExitCode(INVALID_INPUT);
}

/** Prints the same for warnings, which do not make a file invalid. */
export function printWarnedIssues(file: string, found: FoundIssues, text: string): void {
  printWarnings(issueLines(file, found, text));
}

function issueLines(file: string, { where, issues }: FoundIssues, text: string): string[] {
  const pointers = issues.map(({ pointer }) => pointer);
  const places = where === null ? locatePointers(text, pointers) : null;
  return issues.map(
    ({ pointer, message }) => `${placeOf(where ?? file, pointer, places)}: ${message}`,
  );
}

/** For instance `project.json:12:7#/scenes/0/duration`, which editors and terminals can open. */
function placeOf(name: string, pointer: string, places: PointerPlaces | null): string {
  if (pointer === '') return name;
  const place = places?.get(pointer);
  return `${name}${place ? `:${place.line}:${place.column}` : ''}#${pointer}`;
}

export function printWarnings(warnings: readonly string[]): void {
  for (const warning of warnings) process.stderr.write(`Warning: ${warning}\n`);
}

/** Prints an error for the user. */
export function printFailure(error: unknown, status = 1): void {
  if (error instanceof JobFailure) {
    process.stderr.write(
      `${error.code}${error.pointer ? ` at ${error.pointer}` : ''}: ${error.message}\n`,
    );
  } else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  setExitCode(status);
}

/** Keeps the status of a closed output, which causes all later errors. */
export function setExitCode(status: number): void {
  if (!outputClosed.aborted) process.exitCode = status;
}
