import { ApiError, type FieldError } from './api-error.js';
import { ERRORS, type ErrorCode } from './error-table.js';

/** The JSON of every refusal. */
export interface ErrorBody {
  readonly error: string;
  readonly code: ErrorCode;
  readonly details: string;
  readonly errors?: readonly FieldError[];
  readonly request_id: string;
  readonly timestamp: string;
  readonly help_url: string;
}

/** RFC 9457 members, beside the others when the client asks for `application/problem+json`. */
export interface ProblemBody extends ErrorBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
}

/** Where the page of a code is served; `base` has no slash at its end. */
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
    // The request has no page of its own; its id names the occurrence.
    instance: `urn:videocraft:request:${body.request_id}`,
    ...body,
  };
}
