import { ApiError } from '../errors/api-error.js';

/** Every spelling of UTF-8 (WHATWG Encoding, section 4.2), and what is a part of it. */
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

const SEND_JSON = 'Send the body as JSON in UTF-8, with `Content-Type: application/json`.';
const SHOWN_LENGTH = 60;

/**
 * Refuses what is not plain JSON in UTF-8.
 *
 * @throws ApiError UNSUPPORTED_MEDIA_TYPE
 */
export function requireJson(contentType: string | undefined, encoding: string | undefined): void {
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    throw refusal('The body may not be compressed.');
  }
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const name = type.trim();
  if (name !== 'application/json') throw refusal(`${given(name)} ${SEND_JSON}`);
  const charset = charsetOf(parameters);
  if (charset === null || UTF_8.has(charset)) return;
  throw refusal(`The body is declared as ${shown(charset)}. ${SEND_JSON}`);
}

/** The value of `charset`, with or without quotes and blanks around it; null without one. */
function charsetOf(parameters: readonly string[]): string | null {
  const values = parameters.flatMap((parameter) => {
    const [name = '', value = ''] = parameter.split('=', 2);
    return name.trim() === 'charset' ? [value.trim().replaceAll('"', '').trim()] : [];
  });
  return values[0] ?? null;
}

function given(name: string): string {
  if (name === '') return 'The request has no `Content-Type`.';
  const means =
    name === 'application/x-www-form-urlencoded'
      ? ', a form, as curl sends -d without that header'
      : '';
  return `The \`Content-Type\` is ${shown(name)}${means}.`;
}

function shown(text: string): string {
  return text.slice(0, SHOWN_LENGTH).replace(/[^\x20-\x7e]/g, '?');
}

function refusal(details: string): ApiError {
  return new ApiError('UNSUPPORTED_MEDIA_TYPE', details);
}
