import { ApiError } from '../errors/api-error.js';

/** All labels of UTF-8 (WHATWG Encoding, section 4.2), and of ASCII, which is a subset of it. */
const UTF_8 = new Set([
  'utf-8',
  'utf8',
  'utf_8',
  'unicode-1-1-utf-8',
  'unicode11utf8',
  'unicode20utf8',
  'x-unicode20utf8',
  'us-ascii',
  'ascii',
]);

const SEND_JSON = 'Send JSON in UTF-8 with `Content-Type: application/json`.';
const EXCERPT_LENGTH = 60;

/**
 * Rejects a body that is not declared as uncompressed JSON in UTF-8.
 *
 * @param advice what to send instead of a body of another type
 * @throws ApiError UNSUPPORTED_MEDIA_TYPE
 */
export function requireJson(
  contentType: string | undefined,
  encoding: string | undefined,
  advice = SEND_JSON,
): void {
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    throw refusal('The body is compressed. Send it uncompressed.');
  }
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const name = type!.trim();
  if (name !== 'application/json') throw refusal(`${describeType(name)} ${advice}`);
  const charset = charsetOf(parameters);
  if (charset === null || UTF_8.has(charset)) return;
  throw refusal(`The charset of the body is ${excerpt(charset)}. ${SEND_JSON}`);
}

/** Whether a `Content-Type` has this media type, with any parameters. */
export function isOfType(contentType: string | undefined, type: string): boolean {
  return (contentType ?? '').toLowerCase().split(';', 1)[0]!.trim() === type;
}

/** The value of `charset` without quotes and spaces; null if the parameter is missing. */
function charsetOf(parameters: readonly string[]): string | null {
  const values = parameters.flatMap((parameter) => {
    const [name, value = ''] = parameter.split('=', 2);
    return name!.trim() === 'charset' ? [value.trim().replaceAll('"', '').trim()] : [];
  });
  return values[0] ?? null;
}

function describeType(name: string): string {
  if (name === '') return 'The request has no `Content-Type`.';
  const origin =
    name === 'application/x-www-form-urlencoded' ? ', which curl sends for -d by default' : '';
  return `The \`Content-Type\` is ${excerpt(name)}${origin}.`;
}

function excerpt(text: string): string {
  return text.slice(0, EXCERPT_LENGTH).replace(/[^\x20-\x7e]/g, '?');
}

function refusal(details: string): ApiError {
  return new ApiError('UNSUPPORTED_MEDIA_TYPE', details);
}
