import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { IdempotencyKey } from '../engine/jobs/idempotency.js';
import { ApiError } from '../http/errors/api-error.js';

/** Printable ASCII without spaces, usually a UUID. Node joins repeated headers with a space. */
const FORMAT = /^[\x21-\x7e]{1,255}$/;

/**
 * Parameter decorator: the `IdempotencyKey` of a request, or null without the header.
 *
 * @throws ApiError VALIDATION_ERROR if the header is malformed
 */
export const Idempotency = createParamDecorator(
  (_data: unknown, context: ExecutionContext): IdempotencyKey | null => {
    const req = context.switchToHttp().getRequest<Request>();
    return parseIdempotencyKey(req.get('idempotency-key'), req.body);
  },
);

/** @param body the parsed body, of limited depth */
export function parseIdempotencyKey(
  header: string | undefined,
  body: unknown,
): IdempotencyKey | null {
  if (header === undefined) return null;
  if (!FORMAT.test(header)) {
    const message = 'Send 1 to 255 printable ASCII characters without spaces, in a single header.';
    throw ApiError.validation([{ pointer: 'Idempotency-Key', message }]);
  }
  return { key: header, bodyHash: hashBody(body) };
}

/** Equal bodies have equal hashes, whatever the order of their names and their spacing. */
export function hashBody(body: unknown): Buffer {
  return createHash('sha256')
    .update(canonicalJson(body ?? null))
    .digest();
}

/** JSON with sorted names and without spacing, so that equal bodies give equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The error for a key that belongs to another request. */
export function idempotencyKeyReused(): ApiError {
  return new ApiError(
    'IDEMPOTENCY_KEY_REUSED',
    'This Idempotency-Key was sent with a different body in the last 24 hours.',
  );
}
