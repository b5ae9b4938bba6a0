import { HttpException } from '@nestjs/common';
import { WaitedTooLong } from '../../engine/concurrency/keyed-line.js';
import { isStorageError } from '../../engine/files/data-folder.js';
import { StorageUnavailable } from '../../engine/storage/storage-unavailable.js';
import { ApiError } from './api-error.js';
import { isDatabaseUnavailable } from './database-unavailable.js';
import type { ErrorCode } from './error-table.js';

/** Code and details for an HTTP status that a library set. */
const BY_STATUS: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  401: ['INVALID_API_KEY', 'The API key was not accepted.'],
  403: ['INSUFFICIENT_SCOPE', 'The API key lacks a required scope.'],
  404: ['NOT_FOUND', 'The API has no route with this path.'],
  405: ['METHOD_NOT_ALLOWED', 'The path does not support this method.'],
  412: ['PRECONDITION_FAILED', 'The resource changed after the time in `If-Unmodified-Since`.'],
  413: ['PAYLOAD_TOO_LARGE', 'The request body is too large.'],
  415: ['UNSUPPORTED_MEDIA_TYPE', 'The request body must be JSON.'],
  416: ['RANGE_NOT_SATISFIABLE', 'The requested range is outside the file.'],
  429: ['RATE_LIMIT_EXCEEDED', 'This address sent too many requests.'],
  503: ['SERVICE_UNAVAILABLE', 'A component that the service needs does not respond.'],
};

/** The default `Retry-After`, in seconds. */
const RETRY_AFTER_SECONDS = '5';

/**
 * The error that a caller gets for anything that was thrown. It never passes on the message of a
 * library. An unrecognized error becomes INTERNAL_ERROR with the original as its cause.
 */
export function toApiError(exception: unknown): ApiError {
  if (exception instanceof ApiError) return exception;
  // First, because its cause may be a connection, which then is not that to the database.
  if (exception instanceof StorageUnavailable) {
    return unavailable('The storage of videos does not respond.', exception);
  }
  if (isDatabaseUnavailable(exception)) {
    return unavailable('The database does not respond.', exception);
  }
  if (exception instanceof WaitedTooLong) {
    return unavailable('Earlier requests with this API key take too long to store.', exception);
  }
  if (isStorageError(exception)) {
    return unavailable(
      'The storage of the service is full, read-only, or not available.',
      exception,
    );
  }
  const status = statusOf(exception);
  if (status === 503) return unavailable(BY_STATUS[503]![1], exception);
  const known = status === null ? undefined : BY_STATUS[status];
  if (known) return new ApiError(known[0], known[1], { cause: exception });
  if (status !== null && status >= 400 && status < 500) {
    return new ApiError('VALIDATION_ERROR', malformedRequest(exception), { cause: exception });
  }
  return new ApiError(
    'INTERNAL_ERROR',
    'An unexpected error occurred. The service has logged it.',
    {
      cause: exception,
    },
  );
}

function unavailable(details: string, cause: unknown): ApiError {
  const headers = { 'Retry-After': RETRY_AFTER_SECONDS };
  return new ApiError('SERVICE_UNAVAILABLE', details, { headers, cause });
}

/** The status of an error of an HTTP library: Nest's exceptions, or the http-errors that Express throws. */
function statusOf(exception: unknown): number | null {
  if (exception instanceof HttpException) return exception.getStatus();
  const { status, expose } = (exception ?? {}) as { status?: unknown; expose?: unknown };
  return typeof status === 'number' && typeof expose === 'boolean' ? status : null;
}

function malformedRequest(exception: unknown): string {
  const cause = exception instanceof HttpException ? exception.cause : exception;
  return cause instanceof URIError
    ? 'The path contains an invalid percent-encoding. Encode it as UTF-8.'
    : 'The request is malformed.';
}
