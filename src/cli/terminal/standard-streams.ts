const closed = new AbortController();

/** What a shell says of a program that SIGPIPE ended: 128 and the number of the signal. */
const SIGPIPE_STATUS = 141;

/** Aborted when the standard output takes nothing any more. */
export const outputClosed: AbortSignal = closed.signal;

/**
 * Ends a run in order when nobody reads its output any more, as in `| head -1`: Node ignores SIGPIPE,
 * and an error of the stream that nobody hears of would end the process at once, which leaves ffmpeg
 * and the folder of the render behind.
 */
export function watchStandardStreams(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (closed.signal.aborted) return;
    process.exitCode = error.code === 'EPIPE' ? SIGPIPE_STATUS : 1;
    if (error.code !== 'EPIPE') {
      process.stderr.write(`The standard output cannot be written: ${error.message}\n`);
    }
    closed.abort();
  });
  // Notes that nobody reads change nothing of the run.
  process.stderr.on('error', () => {});
}
