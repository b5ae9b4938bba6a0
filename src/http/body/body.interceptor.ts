import { type CallHandler, type ExecutionContext, Injectable } from '@nestjs/common';
import type { NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { parseJsonBody, requireJson } from './parse-json-body.js';
import { readBody } from './read-body.js';

const MAX_BODY_BYTES = 1024 * 1024;
const METHODS_WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);

/**
 * Reads and parses the body of a request. An interceptor and not a middleware, because interceptors
 * run after the guards: nothing is read from a caller who has not shown a key, a token and a place
 * within the rate limit. Pipes, and with them `@Body()`, come after it.
 */
@Injectable()
export class BodyInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const req = context.switchToHttp().getRequest<Request>();
    if (METHODS_WITH_BODY.has(req.method) && hasBody(req)) {
      requireJson(req.headers['content-type'], req.headers['content-encoding']);
      req.body = parseJsonBody(await readBody(req, MAX_BODY_BYTES));
    }
    return next.handle();
  }
}

/** RFC 9112, section 6.3: a request has a body when it says how long or how framed it is. */
function hasBody(req: Request): boolean {
  const length = req.headers['content-length'];
  return req.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}
