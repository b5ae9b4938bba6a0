import { readJson } from '../../core/json/read-json.js';
import { ApiError } from '../errors/api-error.js';
import { unstorableValues } from './unstorable-values.js';

/**
 * Parses a JSON body in UTF-8.
 *
 * @throws ApiError VALIDATION_ERROR that points to the syntax error or to the values that cannot be
 * stored
 */
export function parseJsonBody(bytes: Uint8Array): unknown {
  const read = readJson(decode(bytes), 'The body');
  if (!read.ok) throw ApiError.validation(read.issues);
  const errors = unstorableValues(read.value);
  if (errors.length > 0) throw ApiError.validation(errors);
  return read.value;
}

function decode(bytes: Uint8Array): string {
  if (isUtf16(bytes)) {
    throw ApiError.validation([
      { pointer: '', message: 'The body is encoded as UTF-16. Send it as UTF-8.' },
    ]);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const message = 'The body is not valid UTF-8. Send it as UTF-8.';
    throw ApiError.validation([{ pointer: '', message }]);
  }
}

/** Recognized by its byte order mark, or by its first character, which is ASCII (RFC 4627, section 3). */
function isUtf16([first, second]: Uint8Array): boolean {
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return hasMark || (first === 0) !== (second === 0);
}
