export interface ProcessEnd {
  readonly cancelled: boolean;
  readonly timedOut: boolean;
  readonly stalled: boolean;
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** The end of its standard error, for the log. It is never sent to a client. */
  readonly stderrTail: string;
}

/** A process that failed, and why. */
export class FfmpegError extends Error {
  override readonly name = 'FfmpegError';

  constructor(readonly end: ProcessEnd) {
    super(describe(end));
  }
}

function describe(end: ProcessEnd): string {
  if (end.cancelled) return 'ffmpeg was canceled';
  if (end.timedOut) return 'ffmpeg ran too long';
  if (end.stalled) return 'ffmpeg made no progress';
  const lastLine = end.stderrTail.trim().split('\n').at(-1) ?? '';
  return `ffmpeg ended with ${end.signal ?? `exit code ${end.exitCode}`}: ${lastLine}`;
}
