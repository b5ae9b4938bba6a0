import { helpUrl } from '../errors/error-body.js';
import { ERRORS, type ErrorCode } from '../errors/error-table.js';
import type { ErrorDto } from './error.dto.js';
import { type ErrorExample, type ExampleRoute, routeExample } from './route-examples.js';

/**
 * One example of a response for each code, for the API description. A test sends the request that leads
 * to each response and compares them (test/integration/error-examples.spec.ts).
 */
const EXAMPLES: Readonly<Record<ErrorCode, ErrorExample>> = {
  VALIDATION_ERROR: { details: 'The request is malformed.' },
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
  ASSET_NOT_FOUND: { details: 'No asset with this ID belongs to your key.' },
  UPLOAD_NOT_FOUND: { details: 'No unfinished upload with this ID belongs to your key.' },
  REQUEST_TOO_SLOW: {
    details:
      'The body stopped arriving, or arrives too slowly. Continue with an upload in parts (docs/assets.md).',
  },
  UPLOAD_CHANGED: {
    details: 'The upload is not at this offset. Ask for its offset with HEAD, and continue there.',
  },
  CHECKSUM_MISMATCH: {
    details: 'The received bytes do not match `Upload-Checksum`. They were discarded.',
  },
  SOURCE_BLOCKED: urlProblem(
    'The host of the address does not exist or is not on the public internet.',
  ),
  SOURCE_NOT_FOUND: urlProblem(
    'The server responded with status 404. The file does not exist. Check the address.',
  ),
  SOURCE_TOO_LARGE: urlProblem(
    'The source is larger than 1073741824 bytes, the limit of the service.',
  ),
  SOURCE_TIMEOUT: urlProblem('The server did not respond within 30 s.'),
  MEDIA_INVALID: {
    details:
      'The source is an empty file. Supported video formats: MP4, MOV, WebM, Matroska, AVI, MPEG, WMV, FLV, and 3GP. Supported audio formats: MP3, WAV, FLAC, Ogg, AAC, M4A, AIFF, AC-3, DTS, and AMR. Supported picture formats: JPEG, PNG, WebP, GIF, BMP, TIFF, HEIC, AVIF, SVG, and Lottie.',
  },
  MEDIA_LIMIT_EXCEEDED: {
    details: 'The source is longer than 2 seconds.',
    errors: [{ pointer: '/scenes/0/elements/0', message: 'The source is longer than 2 seconds.' }],
  },
  STORAGE_FULL: { details: 'The service has no room for this file. Nothing was stored.' },
  KEY_NOT_FOUND: { details: 'No active API key has this ID.' },
  DELIVERY_NOT_FOUND: { details: 'No delivery with this ID belongs to your key.' },
  LINK_NOT_FOUND: { details: 'This link leads nowhere, or not any more.' },
  WEBHOOK_NOT_SET: {
    details: 'Your key has no webhook. Set one with PUT /webhooks, or send a `url`.',
  },
  DELIVERY_PENDING: { details: 'This delivery has not ended. Its attempts go on.' },
  JOB_NOT_CANCELLABLE: { details: 'The status of this job is completed.' },
  JOB_NOT_RETRYABLE: { details: 'The status of this job is completed.' },
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
      'The check storage failed: the data folder cannot be written to, has too little space left, or the store of videos does not respond.',
  },
};

/** The problem of a URL that the service was asked to fetch. */
function urlProblem(message: string): ErrorExample {
  return { details: message, errors: [{ pointer: '/url', message }] };
}

/**
 * The complete response of a code.
 *
 * @param route the route that refuses, if the text depends on it
 * @param base the base URL of the service, without a trailing slash
 */
export function errorExample(code: ErrorCode, route: ExampleRoute, base: string): ErrorDto {
  return {
    error: ERRORS[code].title,
    code,
    ...(routeExample(code, route) ?? EXAMPLES[code]),
    request_id: 'req_70fd80da42156ecff0fd',
    timestamp: '2026-01-01T12:00:00.000Z',
    help_url: helpUrl(base, code),
  };
}
