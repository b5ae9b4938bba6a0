import type { JobFailureCode } from '../../core/job/job-failure.js';

export interface ProblemOptions {
  /** True if the same request may succeed a little later. */
  readonly isTransient?: boolean;
  /** The delay that the server requests, in milliseconds. */
  readonly retryAfterMs?: number | null;
  /** Details for the log. */
  readonly cause?: unknown;
}

/**
 * The reason why a file could not be fetched. The message is for the author of the config and reveals nothing
 * about the network of the service. All details are in `cause`.
 */
export class FetchProblem extends Error {
  readonly isTransient: boolean;
  readonly retryAfterMs: number | null;
  /** The address of the failed hop without its query, for the log. */
  hop: string | null = null;

  constructor(
    readonly code: JobFailureCode,
    sentence: string,
    { isTransient = false, retryAfterMs = null, cause }: ProblemOptions = {},
  ) {
    super(sentence, { cause });
    this.isTransient = isTransient;
    this.retryAfterMs = retryAfterMs;
  }
}

/** An address that must not be fetched. */
export class BlockedAddress extends FetchProblem {
  constructor(sentence: string) {
    super('SOURCE_BLOCKED', sentence);
  }
}

/**
 * A host that is private or does not exist. Both have the same message, so that callers cannot discover the
 * host names of a private network.
 */
export class NoPublicHost extends FetchProblem {
  constructor(
    readonly reason: 'private' | 'unknown',
    options: ProblemOptions = {},
  ) {
    const sentence = 'The host of the address does not exist or is not on the public internet.';
    super('SOURCE_BLOCKED', sentence, options);
  }
}
