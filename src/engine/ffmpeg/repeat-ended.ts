import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { FfmpegError } from './ffmpeg-error.js';

/** Runs in total. */
const RUNS = 3;
/** Before the second run; the third waits longer. */
const FIRST_WAIT_MS = 200;
const FACTOR = 5;

/** How a program around ffmpeg reports a signal that ended it. */
const KILL_EXITS: ReadonlySet<number> = new Set(
  [constants.signals.SIGKILL, constants.signals.SIGTERM].map((signal) => 128 + signal),
);
const KILL_SIGNALS: ReadonlySet<string> = new Set(['SIGKILL', 'SIGTERM', 'SIGHUP', 'SIGINT']);

/**
 * Repeats a run of ffmpeg that something outside ended or froze: the kernel for want of memory, an operator, or a
 * debugger. The same run may go well next time, and its sources are not to blame.
 *
 * @param run starts from the beginning each time
 * @throws the last error, `isEndedFromOutside` if it repeats
 */
export async function repeatEnded<T>(run: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let runs = 1, waitMs = FIRST_WAIT_MS; ; runs++, waitMs *= FACTOR) {
    try {
      return await run();
    } catch (error) {
      if (runs >= RUNS || signal.aborted || !isEndedFromOutside(error)) throw error;
    }
    await wait(waitMs, undefined, { signal });
  }
}

/** Whether neither the program itself nor this service ended a run. A frozen one was ended by the service. */
export function isEndedFromOutside(error: unknown): boolean {
  if (!(error instanceof FfmpegError)) return false;
  const { cancelled, timedOut, stalled, signal, exitCode } = error.end;
  if (cancelled || timedOut) return false;
  if (stalled) return true;
  return KILL_SIGNALS.has(signal ?? '') || KILL_EXITS.has(exitCode ?? -1);
}
