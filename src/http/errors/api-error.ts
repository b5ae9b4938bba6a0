import { boundIssue } from '../../core/fields/issues.js';
import { ERRORS, type ErrorCode } from './error-table.js';

/** One error in a request. */
export interface FieldError {
  /** JSON pointer (RFC 6901) into the body, `?name` for a query parameter, or the name of a header. */
  readonly pointer: string;
  /** A sentence: what is expected, and what the request has. */
  readonly message: string;
}

interface ApiErrorOptions {
  /** Additional headers of the response, such as `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
  readonly cause?: unknown;
}

/**
 * The error that rejects a request, with all data of its response. Any code above the engine may throw
 * it. `details` is for the caller: it contains no path, no stack, and no message of a library.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];

  constructor(
    readonly code: ErrorCode,
    readonly details: string,
    options: ApiErrorOptions = {},
  ) {
    super(`${code}: ${details}`, { cause: options.cause });
    this.status = ERRORS[code].status;
    this.headers = options.headers ?? {};
    this.errors = options.errors ?? [];
  }

  /** 400 with all errors at once. */
  static validation(found: readonly FieldError[]): ApiError {
    const errors = found.map(boundIssue);
    const details = errors
      .map(({ pointer, message }) => (pointer === '' ? message : `${pointer}: ${message}`))
      .join('\n');
    return new ApiError('VALIDATION_ERROR', details, { errors });
  }
}
