import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { baseUrl } from '../routes/base-url.js';
import { methodNotAllowed } from '../routes/allowed-methods.js';
import { requestIdOf } from '../requests/request-id.js';
import type { ApiError } from '../errors/api-error.js';
import { errorBody, problemBody } from '../errors/error-body.js';
import { toApiError } from '../errors/to-api-error.js';

/** Turns every error into a response. No other code does. */
@Catch()
export class ApiExceptionFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const req = http.getRequest<Request>();
    const res = http.getResponse<Response>();
    if (isDisconnect(exception, res)) return;
    const error = resolveError(exception, req);
    const requestId = requestIdOf(req);
    this.log(error, requestId);
    if (res.headersSent) {
      // Part of the response is sent. Only a broken connection tells the client that it is incomplete.
      res.destroy();
      return;
    }
    const body = errorBody(error, requestId, baseUrl(req, this.config), new Date());
    dropEntityHeaders(res);
    res.status(error.status).set(error.headers).set('Cache-Control', 'no-store');
    // `*/*` gets plain JSON.
    const type = req.accepts(['application/json', 'application/problem+json']);
    if (type === 'application/problem+json') {
      res.type('application/problem+json').send(JSON.stringify(problemBody(body, error.status)));
    } else {
      res.json(body);
    }
  }

  private log(error: ApiError, requestId: string): void {
    if (error.status < 500) return;
    const message = `${error.message} (request ${requestId})`;
    const { cause } = error;
    if (error.code === 'INTERNAL_ERROR') {
      this.logger.error({ requestId, err: cause, msg: message }, asStack(cause));
    } else {
      this.logger.warn({ requestId, msg: message, reason: reasonOf(cause) });
    }
  }
}

/** A path without a route may have routes for other methods. */
function resolveError(exception: unknown, req: Request): ApiError {
  const error = toApiError(exception);
  return error.code === 'NOT_FOUND' ? (methodNotAllowed(req) ?? error) : error;
}

/** Errors of a stream whose client disconnected. They need neither a response nor a log line. */
const DISCONNECT_CODES = ['ECONNABORTED', 'ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'];

function isDisconnect(exception: unknown, res: Response): boolean {
  const { code } = (exception ?? {}) as { code?: unknown };
  return res.closed && typeof code === 'string' && DISCONNECT_CODES.includes(code);
}

/** Removes headers that a handler set for a response that it did not send. */
function dropEntityHeaders(res: Response): void {
  for (const name of ['Content-Type', 'Content-Length', 'Content-Disposition', 'ETag']) {
    res.removeHeader(name);
  }
}

function asStack(cause: unknown): string | undefined {
  return cause instanceof Error ? cause.stack : undefined;
}

function reasonOf(cause: unknown): string | undefined {
  return cause instanceof Error ? cause.message : undefined;
}
