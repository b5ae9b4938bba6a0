import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { parseJsonBody } from './parse-json-body.js';
import { receiveBody } from './receive-body.js';
import { requireJson } from './require-json.js';

const MAX_BODY_BYTES = 1024 * 1024;
const METHODS_WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);

/**
 * Reads and parses the body of a request. The last of the guards and not a middleware: nothing is
 * read from a caller who has not shown a key, a token and a place within the rate limit. Pipes, and
 * with them `@Body()`, come after it.
 */
@Injectable()
export class BodyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const req = context.switchToHttp().getRequest<Request>();
    return METHODS_WITH_BODY.has(req.method) && hasBody(req) ? takeBody(req) : true;
  }
}

async function takeBody(req: Request): Promise<true> {
  requireJson(req.headers['content-type'], req.headers['content-encoding']);
  req.body = parseJsonBody(await receiveBody(req, MAX_BODY_BYTES));
  return true;
}

/** RFC 9112, section 6.3: a request has a body when it says how long or how framed it is. */
function hasBody(req: Request): boolean {
  const length = req.headers['content-length'];
  return req.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}
