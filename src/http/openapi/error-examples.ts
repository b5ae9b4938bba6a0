import type { FieldError } from '../errors/api-error.js';
import { helpUrl } from '../errors/error-body.js';
import { ERRORS, type ErrorCode } from '../errors/error-table.js';
import type { ErrorDto } from './error.dto.js';

/** The parts of an example that are specific to its code. */
interface ErrorExample {
  readonly details: string;
  readonly errors?: FieldError[];
}

const BAD_LIMIT: FieldError = {
  pointer: '?limit',
  message: 'Expected "limit" to be a whole number from 1 to 100, but got 0.',
};

/**
 * One example of a response for each code, for the API description. A test sends the request that leads
 * to each response and compares them (test/integration/error-examples.spec.ts).
 */
const EXAMPLES: Readonly<Record<ErrorCode, ErrorExample>> = {
  VALIDATION_ERROR: {
    details: `${BAD_LIMIT.pointer}: ${BAD_LIMIT.message}`,
    errors: [BAD_LIMIT],
  },
  MISSING_AUTH_HEADER: { details: 'Send the header `Authorization: Bearer <API key>`.' },
  INVALID_API_KEY: { details: 'The API key is unknown, expired, or revoked.' },
  INSUFFICIENT_SCOPE: { details: 'This request needs a key with the scope videos:read.' },
  CSRF_TOKEN_REQUIRED: {
    details: 'Send the header `X-CSRF-Token` with a token from GET /api/v1/csrf-token.',
  },
  CSRF_TOKEN_INVALID: {
    details: 'The CSRF token is expired or invalid. Get a new one from GET /api/v1/csrf-token.',
  },
  CORS_ORIGIN_REJECTED: {
    details: 'The origin of this request is not an allowed domain of the service.',
  },
  NOT_FOUND: { details: 'The API has no route with this path.' },
  METHOD_NOT_ALLOWED: { details: 'This path supports GET, HEAD, OPTIONS, POST.' },
  JOB_NOT_FOUND: { details: 'No job with this ID belongs to your key.' },
  VIDEO_NOT_FOUND: { details: 'No video with this ID belongs to your key.' },
  FILE_NOT_FOUND: {
    details: 'This video does not have this file. Its files are video.mp4, subtitles.srt.',
  },
  TEMPLATE_NOT_FOUND: {
    details: 'No template with this ID and revision belongs to your key.',
  },
  BATCH_NOT_FOUND: { details: 'No batch with this ID belongs to your key.' },
  KEY_NOT_FOUND: { details: 'No active API key has this ID.' },
  JOB_NOT_CANCELLABLE: { details: 'The status of this job is completed.' },
  VIDEO_NOT_READY: { details: 'The status of this video is pending.' },
  PRECONDITION_FAILED: { details: 'The current `ETag` does not match `If-Match`.' },
  PAYLOAD_TOO_LARGE: {
    details: 'The request body is larger than the limit of 1048576 bytes.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    details:
      'The `Content-Type` is text/plain. Send JSON in UTF-8 with `Content-Type: application/json`.',
  },
  RANGE_NOT_SATISFIABLE: { details: 'The requested range is outside the file.' },
  IDEMPOTENCY_KEY_REUSED: {
    details: 'This Idempotency-Key was sent with a different body in the last 24 hours.',
  },
  RATE_LIMIT_EXCEEDED: {
    details: 'This address sent too many requests. Try again in 60 seconds.',
  },
  INTERNAL_ERROR: { details: 'An unexpected error occurred. The service has logged it.' },
  SERVICE_UNAVAILABLE: {
    details:
      'The check storage failed: the data folder cannot be written to, or has too little space left.',
  },
};

/** The complete response of a code. @param base the base URL of the service, without a trailing slash */
export function errorExample(code: ErrorCode, base: string): ErrorDto {
  return {
    error: ERRORS[code].title,
    code,
    ...EXAMPLES[code],
    request_id: 'req_70fd80da42156ecff0fd',
    timestamp: '2026-01-01T12:00:00.000Z',
    help_url: helpUrl(base, code),
  };
}
