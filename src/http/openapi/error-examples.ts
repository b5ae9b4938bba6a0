import type { FieldError } from '../errors/api-error.js';
import { helpUrl } from '../errors/error-body.js';
import { ERRORS, type ErrorCode } from '../errors/error-table.js';
import type { ErrorDto } from './error.dto.js';

/** What the answers of the examples say besides their code. */
interface ErrorExample {
  readonly details: string;
  readonly errors?: FieldError[];
}

const BAD_LIMIT: FieldError = {
  pointer: '?limit',
  message: 'limit is "0"; allowed is a whole number from 1 to 100.',
};
const UNKNOWN_ID = 'There is none of this id among those of your key.';

/**
 * One answer for each code, as the API description shows it. A test makes the request that leads to
 * each of them and compares (test/integration/error-examples.spec.ts).
 */
const EXAMPLES: Readonly<Record<ErrorCode, ErrorExample>> = {
  VALIDATION_ERROR: {
    details: `${BAD_LIMIT.pointer}: ${BAD_LIMIT.message}`,
    errors: [BAD_LIMIT],
  },
  MISSING_AUTH_HEADER: { details: 'Send the header `Authorization: Bearer <API key>`.' },
  INVALID_API_KEY: { details: 'The API key is unknown, expired or revoked.' },
  INSUFFICIENT_SCOPE: { details: 'This needs a key with the scope videos:read.' },
  CSRF_TOKEN_REQUIRED: {
    details: 'Send the header `X-CSRF-Token` with a token from GET /api/v1/csrf-token.',
  },
  CSRF_TOKEN_INVALID: {
    details: 'The token is not valid any more. Get a new one from GET /api/v1/csrf-token.',
  },
  CORS_ORIGIN_REJECTED: {
    details: 'The origin of this request is not among the allowed domains of the service.',
  },
  NOT_FOUND: { details: 'No route of the API has this path.' },
  METHOD_NOT_ALLOWED: { details: 'This path answers GET, HEAD, OPTIONS, POST.' },
  JOB_NOT_FOUND: { details: UNKNOWN_ID },
  VIDEO_NOT_FOUND: { details: UNKNOWN_ID },
  FILE_NOT_FOUND: { details: 'This video has no such file; it has video.mp4, subtitles.srt.' },
  TEMPLATE_NOT_FOUND: {
    details: 'There is none of this id and revision among those of your key.',
  },
  BATCH_NOT_FOUND: { details: UNKNOWN_ID },
  KEY_NOT_FOUND: { details: 'There is no usable API key of this id.' },
  JOB_NOT_CANCELLABLE: { details: 'The job is completed.' },
  VIDEO_NOT_READY: { details: 'The job of this video is pending.' },
  PRECONDITION_FAILED: { details: 'What is there now has another `ETag` than `If-Match` names.' },
  PAYLOAD_TOO_LARGE: {
    details: 'The request body is larger than 1048576 bytes, the most that is taken.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    details:
      'The `Content-Type` is text/plain. Send the body as JSON in UTF-8, with `Content-Type: application/json`.',
  },
  RANGE_NOT_SATISFIABLE: { details: 'The range lies outside the file.' },
  IDEMPOTENCY_KEY_REUSED: {
    details: 'This Idempotency-Key came with another body within the last 24 hours.',
  },
  RATE_LIMIT_EXCEEDED: {
    details: 'Too many requests came from this address. Try again in 60 seconds.',
  },
  INTERNAL_ERROR: { details: 'The service has logged what happened.' },
  SERVICE_UNAVAILABLE: {
    details:
      'The check storage failed: the data folder cannot be written to, or has too little space left.',
  },
};

/** The whole answer of a code. @param base address of the service, without a slash at its end */
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
