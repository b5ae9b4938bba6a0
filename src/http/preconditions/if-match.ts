import { ApiError } from '../errors/api-error.js';

/**
 * Rejects a request whose `If-Match` does not match the resource (RFC 9110, section 13.1.1: strong
 * comparison).
 *
 * @param ifMatch the header; undefined accepts any state of the resource
 * @param tag the current `ETag` of the resource
 * @throws ApiError PRECONDITION_FAILED
 */
export function requireIfMatch(ifMatch: string | undefined, tag: string): void {
  if (ifMatch === undefined) return;
  const tags = ifMatch.split(',').map((one) => one.trim());
  if (!tags.includes('*') && !tags.includes(tag)) throw preconditionFailed();
}

export function preconditionFailed(): ApiError {
  return new ApiError('PRECONDITION_FAILED', 'The current `ETag` does not match `If-Match`.');
}
