import type { Retry } from '../../engine/fetch/download.js';

/** Tells that something is fetched again, on a line of its own. */
export function printRetry(what: string, { reason, waitSeconds }: Retry): void {
  process.stderr.write(`${what} is fetched again in ${waitSeconds} s: ${reason}\n`);
}
