import { printFailure } from './exit.js';
import { outputClosed } from './standard-streams.js';

/** Aborted when the user or the system wants the run to end, or nobody takes its output any more. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => {
      stop.abort();
      // Who waits for the standard input would wait on: nothing else ends that.
      process.stdin.destroy();
    });
  }
  return AbortSignal.any([stop.signal, outputClosed]);
}

/** Says of a run that it was stopped, whatever went wrong because of that, or else what went wrong. */
export function printFailureOrStop(error: unknown, signal: AbortSignal): void {
  printFailure(signal.aborted ? new Error('Stopped.') : error);
}
