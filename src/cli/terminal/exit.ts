import { JobFailure } from '../../core/job/job-failure.js';
import type { Issue } from '../../core/fields/issues.js';
import { outputClosed } from './standard-streams.js';

/** Exit status for invalid input, as opposed to a failed render. */
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

/** Prints an error for the user. */
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

/** Keeps the status of a closed output, which causes all later errors. */
function setExitCode(status: number): void {
  if (!outputClosed.aborted) process.exitCode = status;
}
