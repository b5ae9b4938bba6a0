import type { JobFailureCode } from '../../core/job/job-failure.js';

export interface ProblemOptions {
  /** True when the same request may well succeed a little later. */
  readonly isTransient?: boolean;
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | null;
  /** What is known beyond the sentence, for the log. */
  readonly cause?: unknown;
}

/**
 * Why something could not be fetched. The message is a sentence for the person who wrote the address;
 * it gives away nothing of the network that the service stands in. All that is known is in `cause`.
 */
export class FetchProblem extends Error {
  readonly isTransient: boolean;
  readonly retryAfterMs: number | null;
  /** Where on the way it happened, without query: for the log. */
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

/** An address may not be fetched. */
export class BlockedAddress extends FetchProblem {
  constructor(sentence: string) {
    super('SOURCE_BLOCKED', sentence);
  }
}

/**
 * A host is private, or there is none of the name. Both read the same, as else anyone could ask for
 * the names of a private network.
 */
export class NoPublicHost extends FetchProblem {
  constructor(
    readonly why: 'private' | 'unknown',
    options: ProblemOptions = {},
  ) {
    const sentence = 'The host of the address cannot be found, or is not on the public internet.';
    super('SOURCE_BLOCKED', sentence, options);
  }
}
