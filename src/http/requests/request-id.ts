import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const WELL_FORMED = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * `req_` and 20 hexadecimal digits: what a request is called in answers, logs and audit events.
 * (Node keeps a stock of random UUIDs; asking the system for a few bytes each time costs more. The
 * cut leaves out the digits that are the same in all.)
 */
export function newRequestId(): string {
  const uuid = randomUUID();
  return `req_${uuid.slice(0, 8)}${uuid.slice(24)}`;
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
