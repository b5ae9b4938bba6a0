import type { Response } from 'express';
import { ApiError } from '../errors/api-error.js';
import { counted } from '../../core/util/counted.js';

/** The rate limit status of a client, counted once per request before any guard runs. */
export interface RateLimitState {
  readonly exceeded: boolean;
  /** Whole seconds until the minute ends, at least 1. */
  readonly retryAfterSeconds: number;
}

const KEY = Symbol('rateState');

export function setRateLimitState(res: Response, state: RateLimitState): void {
  (res.locals as Record<symbol, unknown>)[KEY] = state;
}

/** The error for a client that exceeded its limit; null if it did not. */
export function rateLimitError(res: Response): ApiError | null {
  const state = (res.locals as Record<symbol, unknown>)[KEY] as RateLimitState | undefined;
  if (!state?.exceeded) return null;
  return tooMany('requests', state.retryAfterSeconds);
}

/** The error for an address that sent too many of something. */
export function tooMany(what: string, seconds: number): ApiError {
  return new ApiError(
    'RATE_LIMIT_EXCEEDED',
    `This address sent too many ${what}. Try again in ${counted(seconds, 'second')}.`,
    { headers: { 'Retry-After': String(seconds) } },
  );
}
