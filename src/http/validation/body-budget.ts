import type { Response } from 'express';
import { ApiError } from '../errors/api-error.js';
import { SharedAmount } from './shared-amount.js';

/** Bodies that are being received or worked on, in bytes that they announce. */
const BUFFERED_BYTES = { all: 64 * 1024 * 1024, perKey: 16 * 1024 * 1024 };

/** A larger body takes a noticeable time to read and to check. */
export const LARGE_BODY_BYTES = 64 * 1024;
const LARGE_BODIES = { all: 8, perKey: 4 };

const RETRY_AFTER_SECONDS = '2';

/**
 * Bounds the memory of all bodies together, and the number of large ones that are worked on at once. A key has a
 * part of both: bodies that it begins and never sends would otherwise take the places of all keys.
 */
export class BodyBudget {
  private readonly buffered = new SharedAmount(BUFFERED_BYTES);
  private readonly large = new SharedAmount(LARGE_BODIES);

  /** Reserves memory until the response is sent. @throws ApiError SERVICE_UNAVAILABLE */
  reserve(bytes: number, keyId: string, res: Response): void {
    hold(this.buffered, bytes, keyId, res);
  }

  /** Begins the work on a body, until the response is sent. @throws ApiError SERVICE_UNAVAILABLE */
  begin(bytes: number, keyId: string, res: Response): void {
    if (bytes > LARGE_BODY_BYTES) works.set(res, hold(this.large, 1, keyId, res));
  }
}

/** What ends the work on the large body of a request, by its response. */
const works = new WeakMap<Response, () => void>();

/** Ends the work on a body before its response: what follows takes long, and has bounds of its own. */
export function endBodyWork(res: Response): void {
  works.get(res)?.();
}

/** Holds an amount until the response is sent. @returns what gives it back before */
function hold(shared: SharedAmount, amount: number, keyId: string, res: Response): () => void {
  const refusedBy = shared.take(amount, keyId);
  if (refusedBy !== null) throw busy(refusedBy === 'key');
  let isHeld = true;
  const end = () => {
    if (isHeld) shared.giveBack(amount, keyId);
    isHeld = false;
  };
  res.once('close', end);
  return end;
}

function busy(isKey: boolean): ApiError {
  const message = isKey
    ? 'This key has too many large requests at once. Wait for the answers to some, and send this one again.'
    : 'The service is working on too many large requests. Send this one again.';
  return new ApiError('SERVICE_UNAVAILABLE', message, {
    headers: { 'Retry-After': RETRY_AFTER_SECONDS },
  });
}
