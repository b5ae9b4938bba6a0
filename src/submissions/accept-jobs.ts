import { limitMessage } from '../core/budget/limits.js';
import type { IdempotencyOutcome } from '../engine/jobs/idempotency.js';
import { KeyLimitExceeded } from '../engine/jobs/key-usage.js';
import { ApiError } from '../http/errors/api-error.js';
import { idempotencyKeyReused } from './idempotency.js';

/** What becomes of a request whose idempotency key is not that of another. */
export type Acceptance = Exclude<IdempotencyOutcome, { readonly outcome: 'reused' }>;

/**
 * Stores jobs, and answers for what prevents it.
 *
 * @param pointer JSON pointer of what makes the jobs
 * @throws ApiError IDEMPOTENCY_KEY_REUSED; RATE_LIMIT_EXCEEDED if the key has too many jobs or configs;
 * VALIDATION_ERROR if the request has too many alone
 */
export async function acceptJobs(
  store: () => Promise<IdempotencyOutcome>,
  pointer: string,
): Promise<Acceptance> {
  try {
    const accepted = await store();
    if (accepted.outcome === 'reused') throw idempotencyKeyReused();
    return accepted;
  } catch (error) {
    throw error instanceof KeyLimitExceeded ? refusal(error, pointer) : error;
  }
}

function refusal(exceeded: KeyLimitExceeded, pointer: string): ApiError {
  const { limit, most, amount, retryAfterSeconds } = exceeded;
  const message = limitMessage(limit, most, amount);
  if (retryAfterSeconds === null) return ApiError.validation([{ pointer, message }]);
  return new ApiError('RATE_LIMIT_EXCEEDED', message, {
    headers: { 'Retry-After': String(retryAfterSeconds) },
    cause: exceeded,
  });
}
