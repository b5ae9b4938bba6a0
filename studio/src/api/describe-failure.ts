import { ApiError, ConnectionError, TimeoutError } from '../../../clients/typescript/src/index.js';
import { texts } from '../texts/index.js';

/** A failed request in words. */
export interface Failure {
  readonly message: string;
  /** The code of the service, such as `VALIDATION_ERROR`; null if it did not answer. */
  readonly code: string | null;
  readonly requestId: string | null;
  readonly helpUrl: string | null;
}

/** Puts what a request threw into words. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof ApiError) {
    const { code, requestId, helpUrl } = error;
    return { message: messageOf(error), code, requestId, helpUrl };
  }
  return { message: messageWithoutAnswer(error), code: null, requestId: null, helpUrl: null };
}

/** Whether a request ended because the page no longer wanted it. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function messageOf(error: ApiError): string {
  if (error.status === 429) return texts.errors.tooMany(error.retryAfterSeconds);
  if (error.code === 'INSUFFICIENT_SCOPE') return `${texts.errors.scope} ${error.details}`;
  if (error.code === 'STORAGE_FULL') return texts.errors.storage;
  return error.details || texts.errors.unexpected;
}

function messageWithoutAnswer(error: unknown): string {
  if (error instanceof TimeoutError) return texts.errors.timeout;
  if (error instanceof ConnectionError) return texts.errors.unreachable;
  return error instanceof Error ? error.message : String(error);
}
