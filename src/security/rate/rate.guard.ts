import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isProbePath } from '../../http/routes/paths.js';
import { rateLimitError } from '../../http/requests/rate-limit-state.js';

/**
 * Rejects a client that exceeded its limit, by the count of `RequestCounter`. The throttler's own guard
 * counts each handler separately, reports the reset as a duration, and omits the headers from its 429.
 */
@Injectable()
export class RateGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const error = rateLimitError(http.getResponse<Response>());
    // A probe that fails during a flood would cause the restart of a healthy process.
    if (error === null || isProbePath(http.getRequest<Request>().path)) {
      return true;
    }
    throw error;
  }
}
