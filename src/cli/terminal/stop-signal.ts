import { constants } from 'node:os';
import { printFailure } from './exit.js';
import { outputClosed } from './standard-streams.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

let stoppedBy: (typeof SIGNALS)[number] | null = null;

/** Aborted when the user or the system stops the run, or when its output is closed. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of SIGNALS) {
    process.once(name, () => {
      stoppedBy ??= name;
      stop.abort();
      // Ends a read from the standard input, which would otherwise wait forever.
      process.stdin.destroy();
    });
  }
  return AbortSignal.any([stop.signal, outputClosed]);
}

/** The reason to stop a run whose result nobody needs any more. Nothing is said about it. */
export class Outdated extends Error {}

/** Prints that the run was stopped, or the error if it was not. */
export function printFailureOrStop(error: unknown, signal: AbortSignal): void {
  if (signal.reason instanceof Outdated) return;
  if (signal.aborted) printFailure(new Error('Stopped.'), stopStatus());
  else printFailure(error);
}

/** The status that a shell gives to a program that the signal ends: 128 plus its number. */
function stopStatus(): number {
  return stoppedBy === null ? 1 : 128 + constants.signals[stoppedBy];
}
