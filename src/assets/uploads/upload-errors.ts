import { BodyCut } from '../../http/requests/streamed-body.js';
import { ApiError } from '../../http/errors/api-error.js';
import { uploadChanged } from './upload-writer.js';

/** What the server of the protocol throws: a status, and a fixed text. */
interface ProtocolError {
  readonly status_code?: number;
  readonly body?: string;
}

/** The same for an upload of another key and for one that does not exist. */
export function uploadNotFound(): ApiError {
  return new ApiError('UPLOAD_NOT_FOUND', 'No unfinished upload with this ID belongs to your key.');
}

/** The error of the service for one of the protocol. Others stay as they are. */
export function toProtocolError(error: unknown): Error {
  const { status_code: status, body = '' } = (error ?? {}) as ProtocolError;
  if (status === undefined) return error as Error;
  const text = body.trim();
  if (text.startsWith('Request aborted')) return new BodyCut(text);
  if (status === 404 || status === 410) return uploadNotFound();
  if (status === 409) return uploadChanged();
  if (status === 413) {
    const details = 'The request has more bytes than are missing of the upload.';
    return new ApiError('PAYLOAD_TOO_LARGE', details);
  }
  if (status === 500) {
    const details = 'Another request continues this upload.';
    const headers = { 'Retry-After': '5' };
    return new ApiError('SERVICE_UNAVAILABLE', details, { headers });
  }
  return new ApiError('VALIDATION_ERROR', text.endsWith('.') ? text : `${text}.`);
}
