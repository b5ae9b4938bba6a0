import { ERRORS, type ErrorCode } from './error-table.js';

/** One fault of a request. */
export interface FieldError {
  /** JSON pointer (RFC 6901) into the body, or `?name` for a query parameter. */
  readonly pointer: string;
  /** A sentence: the field, what was given, what is allowed. */
  readonly message: string;
}

interface ApiErrorOptions {
  /** Headers the answer carries besides, such as `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
  readonly cause?: unknown;
}

/**
 * A request that is refused, with everything its answer needs. Thrown anywhere above the engine.
 * `details` is written for the caller: no path, no stack, no library's words.
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

  /** 400 with every fault at once. */
  static validation(errors: readonly FieldError[]): ApiError {
    const details = errors
      .map(({ pointer, message }) => (pointer === '' ? message : `${pointer}: ${message}`))
      .join('\n');
    return new ApiError('VALIDATION_ERROR', details, { errors });
  }
}
