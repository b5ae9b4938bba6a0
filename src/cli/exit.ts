import { JobFailure } from '../core/errors/job-failure.js';
import type { Issue } from '../core/fields/issues.js';

/** Exit status for input that is wrong, as opposed to work that failed. */
const WRONG_INPUT = 2;

export function printIssues(file: string, issues: readonly Issue[]): void {
  for (const { pointer, message } of issues) {
    process.stderr.write(`${file}${pointer === '' ? '' : `#${pointer}`}: ${message}\n`);
  }
  process.exitCode = WRONG_INPUT;
}

/** Says what went wrong in words for the person at the terminal. */
export function printFailure(error: unknown): void {
  if (error instanceof JobFailure) {
    process.stderr.write(
      `${error.code}${error.pointer === null ? '' : ` at ${error.pointer}`}: ${error.message}\n`,
    );
  } else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  process.exitCode = 1;
}
