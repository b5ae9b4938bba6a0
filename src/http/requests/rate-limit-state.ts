import type { Response } from 'express';
import { ApiError } from '../errors/api-error.js';

/** Where a client stands in its minute, counted once per request before anything is decided. */
export interface RateLimitState {
  readonly exceeded: boolean;
  /** Whole seconds until the minute is over, at least 1. */
  readonly retryAfterSeconds: number;
}

const KEY = Symbol('rateState');

export function setRateLimitState(res: Response, state: RateLimitState): void {
  (res.locals as Record<symbol, unknown>)[KEY] = state;
}

/** The refusal of a request over its limit, or null when it is within it. */
export function rateLimitError(res: Response): ApiError | null {
  const state = (res.locals as Record<symbol, unknown>)[KEY] as RateLimitState | undefined;
  if (!state?.exceeded) return null;
  const seconds = state.retryAfterSeconds;
  return new ApiError(
    'RATE_LIMIT_EXCEEDED',
    `Too many requests came from this address. Try again in ${seconds} seconds.`,
    { headers: { 'Retry-After': String(seconds) } },
  );
}
