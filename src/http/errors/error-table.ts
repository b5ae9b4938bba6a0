import { JOB_FAILURE_CODES, type JobFailureCode } from '../../core/job/job-failure.js';

export interface ErrorDescription {
  readonly status: number;
  /** One short sentence for people: the `error` of the answer and the heading of its page. */
  readonly title: string;
  /** What it means and what to do, for the page behind `help_url`. */
  readonly help: string;
}

/** Every code a request can be refused with. An integrator may rely on code and status. */
export const ERRORS = {
  VALIDATION_ERROR: {
    status: 400,
    title: 'The request is not valid',
    help: 'A field, a parameter or the JSON itself is wrong. `errors` lists every fault with the JSON pointer of the field and what it may be. Mend them all and send the request again.',
  },
  MISSING_AUTH_HEADER: {
    status: 401,
    title: 'An API key is required',
    help: 'Send the header `Authorization: Bearer <API key>`, once. Where no key was configured, the first one is in the file whose path the service logged at its first start.',
  },
  INVALID_API_KEY: {
    status: 401,
    title: 'The API key is not valid',
    help: 'The key is unknown, misspelt, expired or revoked. Check it for lost characters, or ask an administrator for a new one.',
  },
  INSUFFICIENT_SCOPE: {
    status: 403,
    title: 'The API key may not do this',
    help: 'The key is valid but lacks the scope that `details` names. Use another key, or have an administrator make one with that scope.',
  },
  CSRF_TOKEN_REQUIRED: {
    status: 403,
    title: 'A CSRF token is required',
    help: 'Requests that change something need the header `X-CSRF-Token`. Get a token from `GET /api/v1/csrf-token`; it serves for an hour at least.',
  },
  CSRF_TOKEN_INVALID: {
    status: 403,
    title: 'The CSRF token is not valid',
    help: 'The token has expired or was not made by this service. Get a new one from `GET /api/v1/csrf-token`. Only the header `X-CSRF-Token` counts, not the body or the query.',
  },
  CORS_ORIGIN_REJECTED: {
    status: 403,
    title: 'The origin is not allowed',
    help: 'The request came from a web page whose origin the service does not know. An operator can add its exact host[:port] to `VIDEOCRAFT_SECURITY_ALLOWED_DOMAINS`; pages are served over https, except on loopback.',
  },
  NOT_FOUND: {
    status: 404,
    title: 'There is nothing at this address',
    help: 'Check the path against the API description at `/docs`.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'The method is not one of this address',
    help: 'The path is right, but not with this method. The header `Allow` of the answer names those it has; `OPTIONS` asks for them.',
  },
  JOB_NOT_FOUND: {
    status: 404,
    title: 'There is no such job',
    help: 'No job of this id was made with this API key. Check the id; a key sees the jobs it made itself, an administrator sees all.',
  },
  VIDEO_NOT_FOUND: {
    status: 404,
    title: 'There is no such video',
    help: 'No video of this id was made with this API key, or it has been deleted.',
  },
  FILE_NOT_FOUND: {
    status: 404,
    title: 'The video has no such file',
    help: 'What files a video has stands under `files` in the answer of `GET /api/v1/videos/{id}`. Captions and a transcript are there when the project has a subtitles element.',
  },
  TEMPLATE_NOT_FOUND: {
    status: 404,
    title: 'There is no such template',
    help: 'No template of this id, or no such revision of it, was made with this API key, or it has been deleted. List yours with `GET /api/v1/templates`.',
  },
  BATCH_NOT_FOUND: {
    status: 404,
    title: 'There is no such batch',
    help: 'No batch of this id was made with this API key. Its id is in the answer of `POST /api/v1/videos/batch`.',
  },
  KEY_NOT_FOUND: {
    status: 404,
    title: 'There is no such API key',
    help: 'List the keys with `GET /api/v1/keys` and use an id from there.',
  },
  JOB_NOT_CANCELLABLE: {
    status: 409,
    title: 'The job is already over',
    help: 'Only a pending or processing job can be cancelled. Its status says how it ended.',
  },
  VIDEO_NOT_READY: {
    status: 409,
    title: 'The video is not finished',
    help: 'Poll `GET /api/v1/jobs/{id}/status` until it says `completed`, then download.',
  },
  PRECONDITION_FAILED: {
    status: 412,
    title: 'It has been changed meanwhile',
    help: 'What `If-Match` or `If-Unmodified-Since` names is not what is there now. Read it again; apply a change to what is there now, and send that with the new `ETag`; start a download anew.',
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    title: 'The request body is too large',
    help: 'A body may have 1 MiB. Refer to media and long texts by URL instead of sending them inline.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: 'The request body is not JSON',
    help: 'Send JSON in UTF-8 with `Content-Type: application/json`, not compressed.',
  },
  RANGE_NOT_SATISFIABLE: {
    status: 416,
    title: 'The range lies outside the file',
    help: 'The header `Content-Range` of the answer tells the size of the file; ask for bytes below it.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: 'The idempotency key was used for another request',
    help: 'An `Idempotency-Key` belongs to the body it was first sent with. Send that body again, or take a new key.',
  },
  RATE_LIMIT_EXCEEDED: {
    status: 429,
    title: 'Too many requests',
    help: 'Wait as many seconds as the header `Retry-After` says. Requests that are refused count too, so waiting is the quickest way.',
  },
  INTERNAL_ERROR: {
    status: 500,
    title: 'Something went wrong in the service',
    help: 'This is a fault of the service. Give its operator the request id: the log has the cause under it.',
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    title: 'The service is not available at the moment',
    help: 'A part the service needs, such as its database, does not answer. Send the same request again after the seconds in `Retry-After`; accepted jobs are not lost.',
  },
} as const satisfies Record<string, ErrorDescription>;

export type ErrorCode = keyof typeof ERRORS;

/** What the codes of failed jobs mean; they come in a job's `error`, not as an HTTP status. */
const JOB_FAILURES: Record<JobFailureCode, Omit<ErrorDescription, 'status'>> = {
  SOURCE_BLOCKED: {
    title: 'A source may not be fetched',
    help: 'The host of the source does not exist or is not public, or the scheme or port of its address is not allowed. Use http or https on a public host; an operator can allow a private one in `VIDEOCRAFT_SOURCES_ALLOWED_HOSTS`.',
  },
  SOURCE_NOT_FOUND: {
    title: 'A source could not be fetched',
    help: 'The host refused the connection, has a TLS certificate that cannot be trusted, or answered with an error; the message says which. Failures that may pass were tried again already. Open the URL in a browser, without being logged in, to see what the service sees.',
  },
  SOURCE_TOO_LARGE: {
    title: 'A source is too large',
    help: 'The file is larger than the operator allows. Use a smaller or more strongly compressed one.',
  },
  SOURCE_TIMEOUT: {
    title: 'A source took too long',
    help: 'The host could not be connected to, fell silent, or did not deliver the file in time. Try again later, or put the file on a faster host.',
  },
  MEDIA_INVALID: {
    title: 'A source is not the media it should be',
    help: 'The file is empty, damaged, cut short or of another type than its element says, or the address gives a web page (as share links do) and not the file. Use the address of the file itself, or export it again in a common format such as MP3, WAV, PNG, JPEG or MP4.',
  },
  MEDIA_LIMIT_EXCEEDED: {
    title: 'A source exceeds a limit',
    help: 'The file is too long, has too many pixels or too many streams. Make it shorter or smaller.',
  },
  TIMING_UNAVAILABLE: {
    title: 'The times of the words are not known',
    help: 'Captions need to know when each word is said. Give the spoken words as `text`, their times as `words` or `captions`, or have the operator configure speech recognition.',
  },
  RENDER_FAILED: {
    title: 'The video could not be rendered',
    help: 'ffmpeg stopped with an error. If it happens again with the same project, give the job id to the operator.',
  },
  RENDER_TIMEOUT: {
    title: 'The render took too long',
    help: 'The render made no progress or went beyond its time. Try a shorter video or a lower resolution.',
  },
  STORAGE_FULL: {
    title: 'There is no space left for the video',
    help: 'The disk of the service is full. The operator has to free space; then send the project again.',
  },
  WORKER_LOST: {
    title: 'The worker was lost again and again',
    help: 'The process that rendered the job died several times. Mostly it ran out of memory: try a lower resolution or fewer elements, or give the worker more memory.',
  },
};

/** Every code that has a help page, with its texts. */
export const HELP_PAGES: ReadonlyMap<string, Omit<ErrorDescription, 'status'> & { status?: number }> =
  new Map([
    ...Object.entries(ERRORS),
    ...JOB_FAILURE_CODES.map((code) => [code, JOB_FAILURES[code]] as const),
  ]);
