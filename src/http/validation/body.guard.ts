import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { identityOf } from '../access/access.js';
import { announcesBody } from '../requests/close-unread-bodies.js';
import { sendContinue } from '../requests/long-bodies.js';
import { BodyBudget, LARGE_BODY_BYTES } from './body-budget.js';
import { parseJsonBody } from './parse-json-body.js';
import { receiveBody, requireLength } from './receive-body.js';
import { isOfType, requireJson } from './require-json.js';
import { STREAMED_BODY, type StreamedBodyOptions } from './streamed-body.decorator.js';

const MAX_BODY_BYTES = 1024 * 1024;
const METHODS_WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);

/**
 * Reads and parses the body of a request. It is the last guard and not a middleware, so that the
 * service reads nothing from a caller without a key, a CSRF token, and requests left within the rate
 * limit. Pipes and `@Body()` come after guards.
 */
@Injectable()
export class BodyGuard implements CanActivate {
  private readonly budget = new BodyBudget();

  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const http = context.switchToHttp();
    const req = http.getRequest<Request>();
    if (!METHODS_WITH_BODY.has(req.method) || !announcesBody(req)) return true;
    const streamed = this.reflector.get<StreamedBodyOptions | undefined>(
      STREAMED_BODY,
      context.getHandler(),
    );
    const type = req.headers['content-type'];
    if (streamed && (streamed.type === null || isOfType(type, streamed.type))) return true;
    requireJson(type, req.headers['content-encoding'], streamed?.advice);
    // A route for files may work on a request for long, so its JSON must not hold one of the places of large bodies.
    const most = streamed ? LARGE_BODY_BYTES : MAX_BODY_BYTES;
    return this.setBody(req, http.getResponse<Response>(), most);
  }

  private async setBody(req: Request, res: Response, mostBytes: number): Promise<true> {
    const announced = Number(req.headers['content-length'] ?? mostBytes);
    requireLength(announced, mostBytes);
    const { id: keyId } = identityOf(req);
    this.budget.reserve(Math.min(announced, mostBytes), keyId, res);
    sendContinue(req);
    const bytes = await receiveBody(req, mostBytes);
    this.budget.begin(bytes.length, keyId, res);
    req.body = parseJsonBody(bytes);
    return true;
  }
}
