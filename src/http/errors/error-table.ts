import { JOB_FAILURE_CODES, type JobFailureCode } from '../../core/job/job-failure.js';

export interface ErrorDescription {
  readonly status: number;
  /** A short sentence: the `error` of the response and the heading of the help page. */
  readonly title: string;
  /** What the error means and how to fix it, for the page that `help_url` links to. */
  readonly help: string;
}

/** The codes of failed jobs. They appear as the `error_code` of a job. Some are also those of requests. */
const JOB_FAILURES: Record<JobFailureCode, Omit<ErrorDescription, 'status'>> = {
  SOURCE_BLOCKED: {
    title: 'A source must not be fetched',
    help: 'The host of the source does not exist or is not public, or its URL uses a scheme or port that is not allowed. Use http or https on a public host. An operator can allow a private host in `VIDEOCRAFT_SOURCES_ALLOWED_HOSTS`.',
  },
  SOURCE_NOT_FOUND: {
    title: 'A source could not be fetched',
    help: 'The host refused the connection, has an untrusted TLS certificate, or returned an error. The message says which. The service has already retried temporary errors. To see what the service sees, open the URL in a browser without logging in.',
  },
  SOURCE_TOO_LARGE: {
    title: 'A source is too large',
    help: 'The file exceeds the size limit of the service. Use a smaller file or compress it more.',
  },
  SOURCE_TIMEOUT: {
    title: 'A source took too long',
    help: 'The host did not accept the connection, stopped sending, or did not deliver the file in time. Try again later, or move the file to a faster host.',
  },
  MEDIA_INVALID: {
    title: 'A source is not valid media',
    help: 'The file is empty, damaged, incomplete, or not of the type that its element expects. It may also be a web page instead of the file, as with share links. Use the URL of the file itself, or export it again in a common format such as MP3, WAV, PNG, JPEG, or MP4.',
  },
  MEDIA_LIMIT_EXCEEDED: {
    title: 'The video exceeds a limit',
    help: 'A source is too long, or has too many pixels or streams, or the whole video needs more work, memory, or disk than the service allows. The message names the limit, and the environment variable if the operator can raise it. Make the source or the video shorter or smaller, or use fewer texts, captions, and moving elements.',
  },
  TIMING_UNAVAILABLE: {
    title: 'The word times are not available',
    help: 'Captions need a time for each word. Set the spoken words as `text`, or their times as `words` or `captions`. Alternatively, ask the operator to configure speech recognition.',
  },
  VOICE_UNAVAILABLE: {
    title: 'A text cannot be spoken',
    help: 'No voice engine speaks the text of a `voice` element. The message says why: none is configured, the voice or the engine is not known, the engine failed or refused, or the key has used up its characters of today. Name another voice, use an `audio` element with a recording, or ask the operator to configure a voice engine.',
  },
  RENDER_FAILED: {
    title: 'The video could not be rendered',
    help: 'ffmpeg stopped with an error. If the same config fails again, send the job ID to the operator.',
  },
  RENDER_TIMEOUT: {
    title: 'The render took too long',
    help: 'The render made no progress or exceeded its time limit. Try a shorter video or a lower resolution.',
  },
  STORAGE_FULL: {
    title: 'The storage is full',
    help: 'The disk of the service is full. After the operator has freed space, send the request again.',
  },
  WORKER_LOST: {
    title: 'The worker failed repeatedly',
    help: 'The process that rendered the job stopped unexpectedly several times, most likely because it ran out of memory. Try a lower resolution or fewer elements, or give the worker more memory.',
  },
};

/** Every code that a request can fail with. Clients may rely on the code and the status. */
export const ERRORS = {
  VALIDATION_ERROR: {
    status: 400,
    title: 'The request is not valid',
    help: 'A field, a parameter, or the JSON syntax is wrong. `errors` lists every error with the JSON pointer of the field and the values that it accepts. Fix all of them and send the request again.',
  },
  MISSING_AUTH_HEADER: {
    status: 401,
    title: 'An API key is required',
    help: 'Send the header `Authorization: Bearer <API key>` exactly once. If no key is configured, the service creates one at its first start and logs the path of the file that contains it.',
  },
  INVALID_API_KEY: {
    status: 401,
    title: 'The API key is not valid',
    help: 'The key is unknown, misspelled, expired, or revoked. Check it for missing characters, or ask an administrator for a new one.',
  },
  INSUFFICIENT_SCOPE: {
    status: 403,
    title: 'The API key lacks a scope',
    help: 'The key is valid but lacks the scope in `details`. Use another key, or ask an administrator to create one with that scope.',
  },
  CSRF_TOKEN_REQUIRED: {
    status: 403,
    title: 'A CSRF token is required',
    help: 'Requests that change something need the header `X-CSRF-Token`. Get a token from `GET /api/v1/csrf-token`. It is valid for at least one hour.',
  },
  CSRF_TOKEN_INVALID: {
    status: 403,
    title: 'The CSRF token is not valid',
    help: 'The token expired, or another service created it. Get a new one from `GET /api/v1/csrf-token`. Send it in the header `X-CSRF-Token`; the body and the query are ignored.',
  },
  CORS_ORIGIN_REJECTED: {
    status: 403,
    title: 'The origin is not allowed',
    help: 'The request came from a web page whose origin is not allowed. An operator can add its exact host[:port] to `VIDEOCRAFT_SECURITY_ALLOWED_DOMAINS`. Pages must use https, except on loopback.',
  },
  NOT_FOUND: {
    status: 404,
    title: 'This address does not exist',
    help: 'Check the path against the API description at `/docs`.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'This address does not support the method',
    help: 'The path is correct, but it does not support this method. The header `Allow` of the response lists the supported methods. `OPTIONS` returns it too.',
  },
  JOB_NOT_FOUND: {
    status: 404,
    title: 'The job does not exist',
    help: 'No job with this ID was created with this API key. Check the ID. A key sees only the jobs that it created; an administrator sees all jobs.',
  },
  VIDEO_NOT_FOUND: {
    status: 404,
    title: 'The video does not exist',
    help: 'No video with this ID was created with this API key, or the video was deleted.',
  },
  FILE_NOT_FOUND: {
    status: 404,
    title: 'The video does not have this file',
    help: 'The field `files` of `GET /api/v1/videos/{id}` lists the files of a video. A video has captions and a transcript if its config has a subtitles element.',
  },
  TEMPLATE_NOT_FOUND: {
    status: 404,
    title: 'The template does not exist',
    help: 'No template with this ID and revision was created with this API key, or the template was deleted. List your templates with `GET /api/v1/templates`.',
  },
  BATCH_NOT_FOUND: {
    status: 404,
    title: 'The batch does not exist',
    help: 'No batch with this ID was created with this API key. The response to `POST /api/v1/videos/batch` contains the ID.',
  },
  ASSET_NOT_FOUND: {
    status: 404,
    title: 'The asset does not exist',
    help: 'No asset with this ID was uploaded with this API key, or the asset was deleted. List your assets with `GET /api/v1/assets`.',
  },
  UPLOAD_NOT_FOUND: {
    status: 404,
    title: 'The upload does not exist',
    help: 'No upload with this ID was begun with this API key, or it was ended or has expired. Begin it again with `POST /api/v1/assets/uploads`.',
  },
  REQUEST_TOO_SLOW: {
    status: 408,
    title: 'The request body arrives too slowly',
    help: 'The connection was silent for too long, or far too slow. Upload the file in parts with the tus protocol at `/api/v1/assets/uploads`: after an interruption, it continues where it ended.',
  },
  KEY_NOT_FOUND: {
    status: 404,
    title: 'The API key does not exist',
    help: 'List the keys with `GET /api/v1/keys` and use the ID of a key that is neither expired nor revoked.',
  },
  DELIVERY_NOT_FOUND: {
    status: 404,
    title: 'The delivery does not exist',
    help: 'No webhook or delivery with this ID belongs to this API key, or it was removed from the log. List webhooks with `GET /api/v1/webhooks/deliveries`. `GET /api/v1/jobs/{id}` lists the deliveries of a job.',
  },
  LINK_NOT_FOUND: {
    status: 404,
    title: 'The link is not valid',
    help: 'The link was changed or has expired, the API key that created it was revoked, or the video was deleted. Create a new one with `POST /api/v1/videos/{id}/links`.',
  },
  WEBHOOK_NOT_SET: {
    status: 409,
    title: 'The API key has no webhook',
    help: 'Set the webhook of the key with `PUT /api/v1/webhooks`, or send the address to test in `url`.',
  },
  DELIVERY_PENDING: {
    status: 409,
    title: 'The delivery has not ended',
    help: 'Only a webhook or a delivery that succeeded or failed can be sent again. `next_attempt_at` is the time of the next attempt.',
  },
  JOB_NOT_CANCELLABLE: {
    status: 409,
    title: 'The job has already ended',
    help: 'Only a pending or processing job can be cancelled. The status of the job shows how it ended.',
  },
  JOB_NOT_RETRYABLE: {
    status: 409,
    title: 'The job has not failed',
    help: 'Only a failed or cancelled job can be repeated. To render the config of another job again, send it to `POST /api/v1/videos`.',
  },
  VIDEO_NOT_READY: {
    status: 409,
    title: 'The video is not finished',
    help: 'Poll `GET /api/v1/jobs/{id}/status` until the status is `completed`, and then download the video.',
  },
  UPLOAD_CHANGED: {
    status: 409,
    title: 'The upload is at another place',
    help: 'The `Upload-Offset` of the request is not what the service has received, for instance because two requests continue the same upload. Ask for the offset with `HEAD`, and continue there.',
  },
  PRECONDITION_FAILED: {
    status: 412,
    title: 'The resource has changed',
    help: 'The resource no longer matches `If-Match` or `If-Unmodified-Since`. Read it again. To change it, apply your change to the current version and send it with the new `ETag`. To download it, start from the beginning.',
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    title: 'The request body is too large',
    help: 'A JSON body can have up to 1 MiB. Refer to media and long texts by URL or as assets instead of sending them inline. An uploaded file can be as large as a source (`VIDEOCRAFT_SOURCES_MAX_BYTES`), and an upload in parts has the size that it announced.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: 'The type of the request body is not supported',
    help: 'Send uncompressed JSON in UTF-8 with `Content-Type: application/json`. To upload a file, send a form (`multipart/form-data`) to `POST /api/v1/assets`.',
  },
  CHECKSUM_MISMATCH: {
    status: 460,
    title: 'The checksum does not match',
    help: 'The received bytes differ from `Upload-Checksum`, so they were discarded. Send them again.',
  },
  RANGE_NOT_SATISFIABLE: {
    status: 416,
    title: 'The range is outside the file',
    help: 'The header `Content-Range` of the response contains the size of the file. Request bytes within it.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: 'The idempotency key belongs to another request',
    help: 'An `Idempotency-Key` belongs to the body that it was first sent with. Send that body again, or use a new key.',
  },
  RATE_LIMIT_EXCEEDED: {
    status: 429,
    title: 'Too many requests',
    help: 'Wait for the number of seconds in the header `Retry-After`. Rejected requests count too, so sending more of them does not help. A key also has limits on its jobs and videos; `details` names the one that was reached and what helps, and `GET /keys/me` shows them all. Without `Retry-After`, waiting does not help.',
  },
  INTERNAL_ERROR: {
    status: 500,
    title: 'The service had an internal error',
    help: 'This is a bug in the service. Send the request ID to its operator: the log contains the cause under this ID.',
  },
  SOURCE_BLOCKED: { status: 422, ...JOB_FAILURES.SOURCE_BLOCKED },
  SOURCE_NOT_FOUND: { status: 422, ...JOB_FAILURES.SOURCE_NOT_FOUND },
  SOURCE_TOO_LARGE: { status: 422, ...JOB_FAILURES.SOURCE_TOO_LARGE },
  SOURCE_TIMEOUT: { status: 422, ...JOB_FAILURES.SOURCE_TIMEOUT },
  MEDIA_INVALID: { status: 422, ...JOB_FAILURES.MEDIA_INVALID },
  MEDIA_LIMIT_EXCEEDED: { status: 422, ...JOB_FAILURES.MEDIA_LIMIT_EXCEEDED },
  STORAGE_FULL: { status: 507, ...JOB_FAILURES.STORAGE_FULL },
  SERVICE_UNAVAILABLE: {
    status: 503,
    title: 'The service is temporarily unavailable',
    help: 'A component that the service needs, such as its database, does not respond. Send the same request again after the number of seconds in `Retry-After`. Accepted jobs are not lost.',
  },
} as const satisfies Record<string, ErrorDescription>;

export type ErrorCode = keyof typeof ERRORS;

/** All codes that have a help page. */
export const HELP_PAGES: ReadonlyMap<
  string,
  Omit<ErrorDescription, 'status'> & { status?: number }
> = new Map([
  ...JOB_FAILURE_CODES.map((code) => [code, JOB_FAILURES[code]] as const),
  ...Object.entries(ERRORS),
]);
