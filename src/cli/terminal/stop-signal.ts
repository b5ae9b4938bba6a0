import { printFailure } from './exit.js';
import { outputClosed } from './standard-streams.js';

/** Aborted when the user or the system stops the run, or when its output is closed. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => {
      stop.abort();
      // Ends a read from the standard input, which would otherwise wait forever.
      process.stdin.destroy();
    });
  }
  return AbortSignal.any([stop.signal, outputClosed]);
}

/** Prints that the run was stopped, or the error if it was not. */
export function printFailureOrStop(error: unknown, signal: AbortSignal): void {
  printFailure(signal.aborted ? new Error('Stopped.') : error);
}
