import type { FieldError } from '../errors/api-error.js';
import type { ErrorCode } from '../errors/error-table.js';

/** The parts of an example that are specific to its code. */
export interface ErrorExample {
  readonly details: string;
  readonly errors?: FieldError[];
}

/** What the examples of a route depend on. */
export interface ExampleRoute {
  /** Method and path, such as `post /videos`. */
  readonly name: string;
  /** The scopes that a key needs. */
  readonly scopes: readonly string[];
  /** The query parameters. */
  readonly query: readonly string[];
}

const BAD_LIMIT = refused(
  '?limit',
  'Expected "limit" to be a whole number from 1 to 100, but got 0.',
);
const BAD_CONFIG = refusedWhole('Expected "config" to be an object, but got 7.');
const BAD_JSON = refusedWhole(
  'The body is not valid JSON: the text ends before the closing } at position 1 (line 1, column 2).',
);
const BAD_URL = refused('/url', 'Expected "url" to be an http or https address, but got 7.');
const BAD_HOOK = refused(
  '/url',
  'Expected "url" to be an http or https address without a user name, with at most 2048 characters, but got 7.',
);
const BAD_NAME = 'Expected "name" to be a text with 1 to ';
const BAD_TEMPLATE = refused('/name', `${BAD_NAME}200 characters, but got 7.`);
const BAD_IDEMPOTENCY_KEY = refused(
  'Idempotency-Key',
  'Send 1 to 255 printable ASCII characters without spaces, in a single header.',
);

/** A refused request of each route that refuses other things than a `limit`. */
const INVALID: Readonly<Record<string, ErrorExample>> = {
  'post /videos': refused(
    '/scenes/0/duration',
    'Expected "duration" to be a number of seconds from 0.001 to 14400, or -1 (the length of the audio, or of the longest picture or video if there is no audio), or longest, but got 0.',
  ),
  'post /videos/batch': refused(
    '/items',
    'Expected "items" to be a list with 1 to 500 items, but got a list (0 items).',
  ),
  'post /videos/validate': BAD_JSON,
  'post /videos/timeline': BAD_CONFIG,
  'post /videos/still': BAD_CONFIG,
  'post /videos/draft': BAD_CONFIG,
  'post /videos/{id}/links': refused(
    '/file',
    'Expected "file" to be a text with at most 200 characters, but got 7.',
  ),
  'put /videos/{id}/transcript': BAD_IDEMPOTENCY_KEY,
  'get /jobs/{id}/events': refused('Last-Event-ID', 'Send the ID of an event of this stream.'),
  'post /jobs/{id}/retry': BAD_IDEMPOTENCY_KEY,
  'post /templates': BAD_TEMPLATE,
  'put /templates/{id}': BAD_TEMPLATE,
  'get /templates/{id}': refused(
    '?revision',
    'Expected "revision" to be a whole number from 1 to 2147483647, but got 0.',
  ),
  'put /webhooks': BAD_HOOK,
  'post /webhooks/ping': BAD_HOOK,
  'post /webhooks/secret': refused(
    '/overlap_seconds',
    'Expected "overlap_seconds" to be a whole number from 0 to 604800, but got -1.',
  ),
  'post /assets': BAD_URL,
  'post /assets/uploads': refused(
    'Upload-Length',
    'Expected "Upload-Length" to be the size of the file in bytes, above 0.',
  ),
  'patch /assets/uploads/{id}': refused(
    'Content-Type',
    'Expected "Content-Type" to be application/offset+octet-stream.',
  ),
  'post /keys': refused('/name', `${BAD_NAME}100 characters, but got 7.`),
  'patch /keys/{id}': refused(
    '/limits',
    'Expected "limits" to be an object of limits by name, but got 7.',
  ),
};

/** The example of a code whose text depends on the route; null for any other code. */
export function routeExample(code: ErrorCode, route: ExampleRoute): ErrorExample | null {
  if (code === 'INSUFFICIENT_SCOPE') {
    const details = `This request needs a key with the scope ${route.scopes.join(' and ')}.`;
    return { details };
  }
  if (code === 'VALIDATION_ERROR') return INVALID[route.name] ?? BAD_LIMIT;
  if (code === 'SERVICE_UNAVAILABLE' && route.name !== 'get /ready') {
    return { details: 'The database does not respond.' };
  }
  if (code === 'UNSUPPORTED_MEDIA_TYPE' && route.name === 'post /assets') {
    const advice =
      'Send a form (`multipart/form-data`) with the file, or JSON (`application/json`) with its `url`.';
    return { details: `The \`Content-Type\` is text/plain. ${advice}` };
  }
  return null;
}

/** The example of a request whose body as a whole is refused. */
function refusedWhole(message: string): ErrorExample {
  return { details: message, errors: [{ pointer: '', message }] };
}

/** The example of a request with one error. */
function refused(pointer: string, message: string): ErrorExample {
  return { details: `${pointer}: ${message}`, errors: [{ pointer, message }] };
}
