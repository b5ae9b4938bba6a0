import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const WELL_FORMED = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * `req_` and 20 hexadecimal digits: identifies a request in responses, logs, and audit events.
 * (A UUID costs less than a few random bytes, because Node generates UUIDs in batches. The omitted
 * digits include those that are the same in every UUID.)
 */
export function newRequestId(): string {
  const uuid = randomUUID();
  return `req_${uuid.slice(0, 8)}${uuid.slice(24)}`;
}

/**
 * Middleware that assigns an ID to every request before anything can reject it. It keeps a
 * well-formed `X-Request-ID` and replaces any other, because the ID goes into logs and headers.
 */
export function requestId(req: Request, res: Response, next: NextFunction): void {
  const header = req.headers['x-request-id'];
  const id = typeof header === 'string' && WELL_FORMED.test(header) ? header : newRequestId();
  // pino-http keeps an ID that is already set.
  Object.assign(req, { id });
  res.setHeader('X-Request-ID', id);
  next();
}

/** The ID that `requestId` assigned. */
export function requestIdOf(req: object): string {
  return (req as { id: string }).id;
}
