import type { JobStatus } from './types.js';

/** One mistake in a request. */
export interface FieldError {
  /** JSON pointer into the body, `?name` for a parameter, or the name of a header. */
  readonly pointer: string;
  readonly message: string;
}

/** The base of all errors of this package. */
export class VideoCraftError extends Error {
  override name = 'VideoCraftError';
}

/** What the service said about a request that it refused. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly details: string;
  readonly errors: readonly FieldError[];
  readonly requestId: string | null;
  readonly helpUrl: string | null;
  readonly retryAfterSeconds: number | null;
}

/** The service refused a request, or failed. */
export class ApiError extends VideoCraftError implements Refusal {
  override name = 'ApiError';
  /** The HTTP status. */
  readonly status: number;
  /** The code of the error, such as `VALIDATION_ERROR`; `HTTP_502` if a proxy answered. */
  readonly code: string;
  readonly details: string;
  /** All mistakes of the request. */
  readonly errors: readonly FieldError[];
  /** Names the request in the log of the service. */
  readonly requestId: string | null;
  /** The page about the code. */
  readonly helpUrl: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(refusal: Refusal) {
    super(`${refusal.code} (HTTP ${refusal.status}): ${refusal.details}`);
    this.status = refusal.status;
    this.code = refusal.code;
    this.details = refusal.details;
    this.errors = refusal.errors;
    this.requestId = refusal.requestId;
    this.helpUrl = refusal.helpUrl;
    this.retryAfterSeconds = refusal.retryAfterSeconds;
  }
}

/** The service could not be reached, or the connection broke. `cause` says why. */
export class ConnectionError extends VideoCraftError {
  override name = 'ConnectionError';
}

/** Nothing arrived within the time limit. */
export class TimeoutError extends VideoCraftError {
  override name = 'TimeoutError';
}

/** A job ended without a video. */
export class JobFailedError extends VideoCraftError {
  override name = 'JobFailedError';

  constructor(readonly job: JobStatus) {
    const code = !job.error_code ? '' : ` (${job.error_code})`;
    super(`The job ${job.job_id} is ${job.status}${code}${job.error ? `: ${job.error}` : '.'}`);
  }
}

/** A webhook is not from the service, was changed, or is too old. */
export class WebhookVerificationError extends VideoCraftError {
  override name = 'WebhookVerificationError';
}

/** The error for a response that is not a success. Reads its body. */
export async function toApiError(response: Response): Promise<ApiError> {
  const text = await response.text().catch(() => '');
  const body = parseObject(text);
  const own = typeof body['code'] === 'string';
  return new ApiError({
    status: response.status,
    code: own ? (body['code'] as string) : `HTTP_${response.status}`,
    details: own ? textOf(body['details']) : text.slice(0, 200) || response.statusText,
    errors: Array.isArray(body['errors']) ? (body['errors'] as FieldError[]) : [],
    requestId: response.headers.get('x-request-id') ?? (textOf(body['request_id']) || null),
    helpUrl: textOf(body['help_url']) || null,
    retryAfterSeconds: retryAfter(response.headers.get('retry-after')),
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Seconds from `Retry-After`, which is a number or a date. */
function retryAfter(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
