import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { parseJsonBody } from './parse-json-body.js';
import { receiveBody } from './receive-body.js';
import { requireJson } from './require-json.js';

const MAX_BODY_BYTES = 1024 * 1024;
const METHODS_WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);

/**
 * Reads and parses the body of a request. It is the last guard and not a middleware, so that the
 * service reads nothing from a caller without a key, a CSRF token, and requests left within the rate
 * limit. Pipes and `@Body()` come after guards.
 */
@Injectable()
export class BodyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const req = context.switchToHttp().getRequest<Request>();
    return METHODS_WITH_BODY.has(req.method) && hasBody(req) ? setBody(req) : true;
  }
}

async function setBody(req: Request): Promise<true> {
  requireJson(req.headers['content-type'], req.headers['content-encoding']);
  req.body = parseJsonBody(await receiveBody(req, MAX_BODY_BYTES));
  return true;
}

/** RFC 9112, section 6.3: either header announces a body. */
function hasBody(req: Request): boolean {
  const length = req.headers['content-length'];
  return req.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}
