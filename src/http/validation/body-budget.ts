import type { Response } from 'express';
import { ApiError } from '../errors/api-error.js';

/** Bodies that are being received or worked on, in bytes that they announce. */
const MAX_BUFFERED_BYTES = 64 * 1024 * 1024;

/** A larger body takes a noticeable time to read and to check. */
export const LARGE_BODY_BYTES = 64 * 1024;
const MAX_LARGE = 8;

const RETRY_AFTER_SECONDS = '2';

/** Bounds the memory of all bodies together, and the number of large ones that are worked on at once. */
export class BodyBudget {
  private buffered = 0;
  private large = 0;

  /** Reserves memory until the response is sent. @throws ApiError SERVICE_UNAVAILABLE */
  reserve(bytes: number, res: Response): void {
    if (this.buffered + bytes > MAX_BUFFERED_BYTES) throw busy();
    this.buffered += bytes;
    res.once('close', () => (this.buffered -= bytes));
  }

  /** Begins the work on a body, until the response is sent. @throws ApiError SERVICE_UNAVAILABLE */
  begin(bytes: number, res: Response): void {
    if (bytes <= LARGE_BODY_BYTES) return;
    if (this.large >= MAX_LARGE) throw busy();
    this.large++;
    res.once('close', () => this.large--);
  }
}

function busy(): ApiError {
  return new ApiError(
    'SERVICE_UNAVAILABLE',
    'The service is working on too many large requests. Send this one again.',
    { headers: { 'Retry-After': RETRY_AFTER_SECONDS } },
  );
}
