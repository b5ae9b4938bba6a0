import { ExpressAdapter } from '@nestjs/platform-express';
import type { Response } from 'express';
import { Enveloped } from './envelope.js';
import { requestIdOf } from '../requests/request-id.js';

/** Sends the return values of handlers, in an envelope if the route declares one. */
export class ApiAdapter extends ExpressAdapter {
  override reply(res: Response, body: unknown, status?: number): unknown {
    const response = body instanceof Enveloped ? body.for(requestIdOf(res.req)) : body;
    return super.reply(res, response, status) as unknown;
  }
}
