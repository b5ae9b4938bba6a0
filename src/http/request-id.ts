import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const WELL_FORMED = /^[A-Za-z0-9._-]{1,64}$/;

/** `req_` and 16 random characters: what a request is called in answers, logs and audit events. */
export function newRequestId(): string {
  return `req_${randomBytes(12).toString('base64url')}`;
}

/**
 * Gives every request its id, before anything can refuse it: a well-formed `X-Request-ID` is kept,
 * anything else is replaced, since the id goes into logs and headers.
 */
export function requestId(req: Request, res: Response, next: NextFunction): void {
  const given = req.headers['x-request-id'];
  const id = typeof given === 'string' && WELL_FORMED.test(given) ? given : newRequestId();
  // pino-http takes over an id that is already there.
  Object.assign(req, { id });
  res.setHeader('X-Request-ID', id);
  next();
}

/** The id of a request that went through `requestId`. */
export function requestIdOf(req: object): string {
  return (req as { id: string }).id;
}
