import { InputError } from '../input-error.js';

const closed = new AbortController();

/** The exit status of a process that SIGPIPE ended: 128 plus the number of the signal. */
const SIGPIPE_STATUS = 141;

/** Aborted when the standard output is closed. */
export const outputClosed: AbortSignal = closed.signal;

/**
 * Ends a run cleanly when its output is closed, as with `| head -1`. Node ignores SIGPIPE, and an unhandled
 * stream error would end the process at once and leave ffmpeg and the render folder behind.
 */
export function watchStandardStreams(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (closed.signal.aborted) return;
    process.exitCode = error.code === 'EPIPE' ? SIGPIPE_STATUS : 1;
    if (error.code !== 'EPIPE') {
      process.stderr.write(`Cannot write to the standard output: ${error.message}\n`);
    }
    closed.abort();
  });
  // A closed standard error does not affect the run.
  process.stderr.on('error', () => {});
}

/** Whether the name of an output file stands for the standard output. A file of that name is `./-`. */
export function isStandardOutput(name: string): boolean {
  return name === '-';
}

/**
 * Bytes of a file would only confuse a terminal.
 *
 * @throws InputError
 */
export function refuseTerminal(what: string): void {
  if (!process.stdout.isTTY) return;
  throw new InputError(
    `The standard output is a terminal, which cannot show a ${what}. Enter a file name, or redirect the output.`,
  );
}
