/** The codes a failed job carries (docs/errors). */
export const JOB_FAILURE_CODES = [
  'SOURCE_BLOCKED',
  'SOURCE_NOT_FOUND',
  'SOURCE_TOO_LARGE',
  'SOURCE_TIMEOUT',
  'MEDIA_INVALID',
  'MEDIA_LIMIT_EXCEEDED',
  'TIMING_UNAVAILABLE',
  'RENDER_FAILED',
  'RENDER_TIMEOUT',
  'STORAGE_FULL',
  'WORKER_LOST',
] as const;

export type JobFailureCode = (typeof JOB_FAILURE_CODES)[number];

/**
 * A reason for which a video cannot be made, in words for the person who wrote the project.
 *
 * `message` is a sentence that says what to do; it never holds a path, a stack or a library's text.
 * `pointer` is the JSON pointer (RFC 6901) of the element at fault, or null when the whole job is.
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
