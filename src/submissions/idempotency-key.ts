import { createHash } from 'node:crypto';
import type { IdempotencyKey } from '../engine/jobs/idempotency.js';
import { ApiError } from '../http/errors/api-error.js';

/** Printable ASCII without spaces: a UUID, as a rule. Node joins repeated headers with a space. */
const FORM = /^[\x21-\x7e]{1,255}$/;

/**
 * What makes a request count once, or null without the header.
 *
 * @param body of the request, parsed and of bounded depth
 * @throws ApiError VALIDATION_ERROR for a malformed header
 */
export function parseIdempotencyKey(header: string | undefined, body: unknown): IdempotencyKey | null {
  if (header === undefined) return null;
  if (!FORM.test(header)) {
    const message = 'It must be 1 to 255 printable ASCII characters without spaces, sent once.';
    throw ApiError.validation([{ pointer: 'Idempotency-Key', message }]);
  }
  return { key: header, bodyHash: createHash('sha256').update(canonicalJson(body)).digest() };
}

/** JSON in which the order of names and the spacing do not matter: the same body, however sent. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The refusal of a key that came with another request. */
export function idempotencyKeyReused(): ApiError {
  return new ApiError(
    'IDEMPOTENCY_KEY_REUSED',
    'This Idempotency-Key came with another body within the last 24 hours.',
  );
}
