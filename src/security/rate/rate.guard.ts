import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isProbePath } from '../../http/routes/paths.js';
import { rateLimitError } from '../../http/requests/rate-limit-state.js';

/**
 * Refuses a client that is over its limit. The throttler's own guard counts each handler for itself,
 * tells the reset as a duration and leaves the headers off its 429; here the one count that
 * `RequestCounter` made for this request decides.
 */
@Injectable()
export class RateGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const error = rateLimitError(http.getResponse<Response>());
    // A probe that fails because somebody floods would have a healthy process restarted.
    if (error === null || isProbePath(http.getRequest<Request>().path)) {
      return true;
    }
    throw error;
  }
}
