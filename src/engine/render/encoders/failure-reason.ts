import { FfmpegError } from '../../ffmpeg/ffmpeg-error.js';

/**
 * The reason why an encoder failed, in one line for operators. ffmpeg names the cause first, and its last
 * lines only say that something could not be opened or set.
 */
export function failureReason(error: unknown): string {
  if (error instanceof FfmpegError && error.end.exitCode !== 0) {
    const [first] = error.end.stderrTail.trim().split('\n');
    // The address of a context has no meaning for readers.
    if (first) return first.replace(/ @ 0x[0-9a-f]+\]/, ']');
  }
  return error instanceof Error ? error.message : String(error);
}
