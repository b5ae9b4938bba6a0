import { createServer } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Response } from 'express';
import { Enveloped } from './envelope.js';
import { requestIdOf } from '../requests/request-id.js';

const CHECK_DEADLINES_MS = 2_000;

/** Sends the return values of handlers, in an envelope if the route declares one. */
export class ApiAdapter extends ExpressAdapter {
  /** Node checks the deadlines of headers and bodies only every 30 s otherwise. */
  override initHttpServer(): void {
    const options = { connectionsCheckingInterval: CHECK_DEADLINES_MS };
    this.httpServer = createServer(options, this.getInstance());
  }

  override reply(res: Response, body: unknown, status?: number): unknown {
    const response = body instanceof Enveloped ? body.for(requestIdOf(res.req)) : body;
    return super.reply(res, response, status) as unknown;
  }
}
