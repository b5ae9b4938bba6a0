import { HttpException } from '@nestjs/common';
import { ApiError } from './api-error.js';
import { isDatabaseUnavailable } from './database-unavailable.js';
import type { ErrorCode } from './error-table.js';

/** How an HTTP status that a library chose is told: a code, and words of our own. */
const BY_STATUS: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  401: ['INVALID_API_KEY', 'The API key was not accepted.'],
  403: ['INSUFFICIENT_SCOPE', 'The API key may not do this.'],
  404: ['NOT_FOUND', 'No route of the API has this path.'],
  405: ['METHOD_NOT_ALLOWED', 'The path does not answer this method.'],
  412: ['PRECONDITION_FAILED', 'It was changed after the time that `If-Unmodified-Since` names.'],
  413: ['PAYLOAD_TOO_LARGE', 'The request body is too large.'],
  415: ['UNSUPPORTED_MEDIA_TYPE', 'The request body has to be JSON.'],
  416: ['RANGE_NOT_SATISFIABLE', 'The range lies outside the file.'],
  429: ['RATE_LIMIT_EXCEEDED', 'Too many requests came from this address.'],
  503: ['SERVICE_UNAVAILABLE', 'A part that the service needs does not answer.'],
};

/** Seconds a client is told to wait when nothing better is known. */
const RETRY_AFTER_SECONDS = '5';

/**
 * What is told to the caller for anything that was thrown. The texts of libraries are never passed
 * on; whatever is not recognised becomes INTERNAL_ERROR with the original as its cause.
 */
export function toApiError(exception: unknown): ApiError {
  if (exception instanceof ApiError) return exception;
  if (isDatabaseUnavailable(exception)) {
    return unavailable('The database does not answer at the moment.', exception);
  }
  const status = statusOf(exception);
  if (status === 503) return unavailable(BY_STATUS[503]![1], exception);
  const known = status === null ? undefined : BY_STATUS[status];
  if (known) return new ApiError(known[0], known[1], { cause: exception });
  if (status !== null && status >= 400 && status < 500) {
    return new ApiError('VALIDATION_ERROR', clientFault(exception), { cause: exception });
  }
  return new ApiError('INTERNAL_ERROR', 'The service has logged what happened.', {
    cause: exception,
  });
}

function unavailable(details: string, cause: unknown): ApiError {
  const headers = { 'Retry-After': RETRY_AFTER_SECONDS };
  return new ApiError('SERVICE_UNAVAILABLE', details, { headers, cause });
}

/** The status an HTTP library attached: Nest's exceptions, or http-errors as Express throws them. */
function statusOf(exception: unknown): number | null {
  if (exception instanceof HttpException) return exception.getStatus();
  const { status, expose } = (exception ?? {}) as { status?: unknown; expose?: unknown };
  return typeof status === 'number' && typeof expose === 'boolean' ? status : null;
}

function clientFault(exception: unknown): string {
  const cause = exception instanceof HttpException ? exception.cause : exception;
  return cause instanceof URIError
    ? 'The path holds a percent sign that does not begin a UTF-8 character.'
    : 'The request could not be understood.';
}
