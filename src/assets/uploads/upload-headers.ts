import type { Request } from 'express';
import { Metadata, TUS_RESUMABLE } from '@tus/server';
import { ApiError, type FieldError } from '../../http/errors/api-error.js';
import { isOfType } from '../../http/validation/require-json.js';

const BODY_TYPE = 'application/offset+octet-stream';
const WHOLE_NUMBER = /^(0|[1-9]\d{0,15})$/;

/** The headers that the server of the protocol reads. It gets no others. */
const PASSED = [
  'tus-resumable',
  'upload-length',
  'upload-metadata',
  'upload-offset',
  'content-type',
  'content-length',
] as const;

/**
 * Checks the headers of a request of the tus protocol, so that its errors look like all others.
 *
 * @throws ApiError PRECONDITION_FAILED for another version, VALIDATION_ERROR
 */
export function requireHeaders({ headers, method }: Request): void {
  if (headers['tus-resumable'] !== TUS_RESUMABLE) {
    throw new ApiError(
      'PRECONDITION_FAILED',
      `Send the header \`Tus-Resumable: ${TUS_RESUMABLE}\`.`,
      { headers: { 'Tus-Version': TUS_RESUMABLE } },
    );
  }
  const errors: FieldError[] = [];
  const expect = (isRight: boolean, pointer: string, expected: string) => {
    if (!isRight) errors.push({ pointer, message: `Expected "${pointer}" to be ${expected}.` });
  };
  if (method === 'PATCH') {
    expect(isOfType(headers['content-type'], BODY_TYPE), 'Content-Type', BODY_TYPE);
    expect(isWhole(headers['upload-offset']), 'Upload-Offset', 'a number of bytes');
  }
  if (method === 'POST') {
    const isKnown = isWhole(headers['upload-length']) && headers['upload-length'] !== '0';
    expect(isKnown, 'Upload-Length', 'the size of the file in bytes, above 0');
    expect(isMetadata(headers['upload-metadata']), 'Upload-Metadata', METADATA);
    expect(headers['upload-concat'] === undefined, 'Upload-Concat', 'absent');
  }
  if (errors.length > 0) throw ApiError.validation(errors);
}

/** The headers for the server of the protocol. */
export function passedHeaders({ headers, method }: Request): Headers {
  const passed = new Headers();
  for (const name of PASSED) {
    const value = headers[name];
    // An empty header is none. Clients send an empty `Upload-Metadata`.
    if (typeof value === 'string' && value !== '') passed.set(name, value);
  }
  if (isOfType(headers['content-type'], BODY_TYPE)) passed.set('content-type', BODY_TYPE);
  else passed.delete('content-type');
  if (method === 'HEAD') passed.delete('content-length');
  return passed;
}

const METADATA = 'names and values in Base64, separated by commas';

function isMetadata(header: string | string[] | undefined): boolean {
  if (header === undefined || header === '') return true;
  try {
    Metadata.parse(String(header));
    return true;
  } catch {
    return false;
  }
}

function isWhole(header: string | string[] | undefined): boolean {
  return typeof header === 'string' && WHOLE_NUMBER.test(header);
}
