/** The error codes of failed jobs (docs/errors). */
export const JOB_FAILURE_CODES = [
  'SOURCE_BLOCKED',
  'SOURCE_NOT_FOUND',
  'SOURCE_TOO_LARGE',
  'SOURCE_TIMEOUT',
  'MEDIA_INVALID',
  'MEDIA_LIMIT_EXCEEDED',
  'TIMING_UNAVAILABLE',
  'VOICE_UNAVAILABLE',
  'RENDER_FAILED',
  'RENDER_TIMEOUT',
  'STORAGE_FULL',
  'WORKER_LOST',
] as const;

export type JobFailureCode = (typeof JOB_FAILURE_CODES)[number];

/**
 * The reason why a video cannot be rendered, for the author of the config.
 *
 * `message` tells the author what to do, and never contains a local path, a stack trace, or a message of a
 * library. `pointer` is the JSON pointer (RFC 6901) of the faulty element, or null for the whole job.
 */
export class JobFailure extends Error {
  override readonly name = 'JobFailure';

  constructor(
    readonly code: JobFailureCode,
    message: string,
    readonly pointer: string | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
