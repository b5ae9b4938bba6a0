import { ApiError, describeFailure } from '../api/index.js';
import { texts } from '../texts/index.js';

/** A file without content, which nobody can use. */
export class EmptyFile extends Error {}

/** Why an upload failed, in words: what it means, and what the service said. */
export function uploadFailure(error: unknown): string {
  const { failure } = texts.files;
  if (error instanceof ApiError) {
    const meaning = meaningOf(error);
    if (meaning !== null) return `${meaning} ${error.details}`.trim();
    if (error.code === 'STORAGE_FULL') return failure.full;
    return error.details || describeFailure(error).message;
  }
  if (error instanceof EmptyFile) return failure.empty;
  // What browsers throw for a folder, and for a file that changed after it was chosen.
  if (error instanceof DOMException && error.name !== 'AbortError') return failure.folder;
  return describeFailure(error).message;
}

function meaningOf({ status, code, retryAfterSeconds }: ApiError): string | null {
  const { failure } = texts.files;
  if (status === 413) return failure.tooLarge;
  // A limit of requests says when it ends; a limit of room does not.
  if (status === 429) return retryAfterSeconds === null ? failure.quota : failure.tooMany;
  if (code === 'MEDIA_INVALID') return failure.wrongType;
  return null;
}
