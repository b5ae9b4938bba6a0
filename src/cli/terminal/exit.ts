import { JobFailure } from '../../core/job/job-failure.js';
import type { Issue } from '../../core/fields/issues.js';
import { outputClosed } from './standard-streams.js';

/** Exit status for input that is wrong, as opposed to work that failed. */
const INVALID_INPUT = 2;

export function printIssues(file: string, issues: readonly Issue[]): void {
  for (const { pointer, message } of issues) {
    process.stderr.write(`${file}${pointer === '' ? '' : `#${pointer}`}: ${message}\n`);
  }
  setExitCode(INVALID_INPUT);
}

export function printWarnings(warnings: readonly string[]): void {
  for (const warning of warnings) process.stderr.write(`Warning: ${warning}\n`);
}

/** Says what went wrong in words for the person at the terminal. */
export function printFailure(error: unknown): void {
  if (error instanceof JobFailure) {
    process.stderr.write(
      `${error.code}${error.pointer ? ` at ${error.pointer}` : ''}: ${error.message}\n`,
    );
  } else {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  setExitCode(1);
}

/** A status that says that the output was closed stands: all else follows from it. */
function setExitCode(status: number): void {
  if (!outputClosed.aborted) process.exitCode = status;
}
