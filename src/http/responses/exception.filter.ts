import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { baseUrl } from '../routes/base-url.js';
import { methodNotAllowed } from '../routes/allowed-methods.js';
import { rateLimitError } from '../requests/rate-limit-state.js';
import { requestIdOf } from '../requests/request-id.js';
import type { ApiError } from '../errors/api-error.js';
import { errorBody, problemBody } from '../errors/error-body.js';
import { toApiError } from '../errors/to-api-error.js';

/** The only place where a refusal becomes an answer. */
@Catch()
export class ApiExceptionFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const req = http.getRequest<Request>();
    const res = http.getResponse<Response>();
    if (isHangUp(exception, res)) return;
    const error = this.refusal(exception, req, res);
    const requestId = requestIdOf(req);
    this.log(error, requestId);
    if (res.headersSent) {
      // The answer has begun: only cutting it off tells the client that it is not whole.
      res.destroy();
      return;
    }
    const body = errorBody(error, requestId, baseUrl(req, this.config), new Date());
    dropEntityHeaders(res);
    res.status(error.status).set(error.headers).set('Cache-Control', 'no-store');
    // Plain JSON unless the client prefers the other by name; `*/*` gets plain JSON.
    const problem = req.accepts(['application/json', 'application/problem+json']);
    if (problem === 'application/problem+json') {
      res.type('application/problem+json').send(JSON.stringify(problemBody(body, error.status)));
    } else {
      res.json(body);
    }
  }

  /**
   * A path without a route meets no guard, so its limit is checked here: guessing at addresses must
   * not be free. (A handler that says NOT_FOUND was within the limit, or it would not have run.)
   */
  private refusal(exception: unknown, req: Request, res: Response): ApiError {
    const error = toApiError(exception);
    if (error.code !== 'NOT_FOUND') return error;
    return rateLimitError(res) ?? methodNotAllowed(req) ?? error;
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

/** What a stream says whose reader has gone; nobody is left to be told, and nothing is wrong here. */
const HANG_UP_CODES = ['ECONNABORTED', 'ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'];

function isHangUp(exception: unknown, res: Response): boolean {
  const { code } = (exception ?? {}) as { code?: unknown };
  return res.closed && typeof code === 'string' && HANG_UP_CODES.includes(code);
}

/** Headers that a handler set for the answer it did not get to send. */
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
