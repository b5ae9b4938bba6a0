import { ApiError, type FieldError } from './api-error.js';
import { ERRORS, type ErrorCode } from './error-table.js';

/** The JSON of every error response. */
export interface ErrorBody {
  readonly error: string;
  readonly code: ErrorCode;
  readonly details: string;
  readonly errors?: readonly FieldError[];
  readonly request_id: string;
  readonly timestamp: string;
  readonly help_url: string;
}

/** The error response with the RFC 9457 members, for clients that accept `application/problem+json`. */
export interface ProblemBody extends ErrorBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
}

/** The URL of the page about a code. @param base the base URL, without a trailing slash */
export function helpUrl(base: string, code: string): string {
  return `${base}/docs/errors/${code}`;
}

export function errorBody(error: ApiError, requestId: string, base: string, now: Date): ErrorBody {
  return {
    error: ERRORS[error.code].title,
    code: error.code,
    details: error.details,
    ...(error.errors.length > 0 ? { errors: error.errors } : {}),
    request_id: requestId,
    timestamp: now.toISOString(),
    help_url: helpUrl(base, error.code),
  };
}

export function problemBody(body: ErrorBody, status: number): ProblemBody {
  return {
    type: body.help_url,
    title: body.error,
    status,
    detail: body.details,
    // The request has no page, so its ID identifies the occurrence.
    instance: `urn:videocraft:request:${body.request_id}`,
    ...body,
  };
}
