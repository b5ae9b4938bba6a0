import { ApiError } from '../errors/api-error.js';
import { unkeepableValues } from './check-values.js';
import { findJsonFault, lineAndColumn } from './json-scanner.js';

/** Depth of brackets a body may have; a project needs about eight, its `client-data` some more. */
export const MAX_DEPTH = 64;

/**
 * The value of a JSON body in UTF-8.
 *
 * @throws ApiError VALIDATION_ERROR that says where the text is wrong, or which values cannot be kept.
 */
export function parseJsonBody(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  const fault = findJsonFault(text, MAX_DEPTH);
  if (fault) {
    const { line, column } = lineAndColumn(text, fault.position);
    const where = `at position ${fault.position} (line ${line}, column ${column})`;
    throw ApiError.validation([
      { pointer: '', message: `The body is not valid JSON: ${fault.problem} ${where}.` },
    ]);
  }
  const value: unknown = JSON.parse(text);
  const errors = unkeepableValues(value);
  if (errors.length > 0) throw ApiError.validation(errors);
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw ApiError.validation([{ pointer: '', message: 'The body is not valid UTF-8.' }]);
  }
}

/**
 * Refuses what is not plain JSON in UTF-8.
 *
 * @throws ApiError UNSUPPORTED_MEDIA_TYPE
 */
export function requireJson(contentType: string | undefined, encoding: string | undefined): void {
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    throw new ApiError('UNSUPPORTED_MEDIA_TYPE', 'The body may not be compressed.');
  }
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  if (type.trim() === 'application/json' && (charset ?? 'utf-8') === 'utf-8') return;
  throw new ApiError(
    'UNSUPPORTED_MEDIA_TYPE',
    'Send the body as JSON in UTF-8, with `Content-Type: application/json`.',
  );
}
