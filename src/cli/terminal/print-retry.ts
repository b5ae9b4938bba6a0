import type { Retry } from '../../engine/fetch/download.js';

/** Prints a line about a retry. */
export function printRetry(what: string, { reason, waitSeconds }: Retry): void {
  process.stderr.write(`Retrying ${what} in ${waitSeconds} s: ${reason}\n`);
}
