import { ExpressAdapter } from '@nestjs/platform-express';
import type { Response } from 'express';
import { Enveloped } from './envelope.js';
import { requestIdOf } from '../requests/request-id.js';

/** Sends what handlers return; in the envelope of its request when the route declares one. */
export class ApiAdapter extends ExpressAdapter {
  override reply(res: Response, body: unknown, status?: number): unknown {
    const answer = body instanceof Enveloped ? body.for(requestIdOf(res.req)) : body;
    return super.reply(res, answer, status) as unknown;
  }
}
