import { ApiError } from '../errors/api-error.js';

/**
 * Refuses a request that is meant for another state of what it names (RFC 9110, section 13.1.1: strong
 * comparison).
 *
 * @param ifMatch the header; undefined: any state will do
 * @param tag of what is there
 * @throws ApiError PRECONDITION_FAILED
 */
export function requireIfMatch(ifMatch: string | undefined, tag: string): void {
  if (ifMatch === undefined) return;
  const given = ifMatch.split(',').map((one) => one.trim());
  if (!given.includes('*') && !given.includes(tag)) throw preconditionFailed();
}

export function preconditionFailed(): ApiError {
  return new ApiError(
    'PRECONDITION_FAILED',
    'What is there now has another `ETag` than `If-Match` names.',
  );
}
