import type { IdempotencyOutcome } from '../engine/jobs/idempotency.js';
import type { KeyLimitName } from '../engine/jobs/key-limits.js';
import { AssetsGone } from '../engine/jobs/hold-assets.js';
import { KeyLimitExceeded } from '../engine/jobs/key-limit-exceeded.js';
import { ApiError } from '../http/errors/api-error.js';
import { idempotencyKeyReused } from './idempotency.js';
import { unknownAsset } from './unknown-asset.js';

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
    if (error instanceof AssetsGone) throw assetsGone(error, pointer);
    throw error instanceof KeyLimitExceeded ? refusal(error, pointer) : error;
  }
}

/** What a client can do about a limit. */
const HELP: Partial<Record<KeyLimitName, string>> = {
  waitingJobs: 'Wait until jobs have ended, or cancel some.',
  dailyVideoSeconds: 'Submit again on the next day (UTC).',
  keptBytes: 'Delete videos that you no longer need.',
  dailyConfigBytes: 'Submit again on the next day (UTC).',
};

/** An asset was deleted while the request was checked. */
function assetsGone({ ids }: AssetsGone, pointer: string): ApiError {
  return ApiError.validation(ids.map((id) => ({ pointer, message: unknownAsset(id) })));
}

function refusal(exceeded: KeyLimitExceeded, pointer: string): ApiError {
  const { limit, message, retryAfterSeconds } = exceeded;
  if (retryAfterSeconds === 'never') {
    const place = limit === 'priority' ? '/priority' : pointer;
    return ApiError.validation([{ pointer: place, message }]);
  }
  const headers: Record<string, string> =
    retryAfterSeconds === null ? {} : { 'Retry-After': String(retryAfterSeconds) };
  const help = HELP[limit];
  return new ApiError('RATE_LIMIT_EXCEEDED', help === undefined ? message : `${message} ${help}`, {
    headers,
    cause: exceeded,
  });
}
