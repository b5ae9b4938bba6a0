import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { CSRF_OF_BROWSERS } from '../../http/access/access.js';
import { ApiError } from '../../http/errors/api-error.js';
import { linksOf } from '../../http/routes/links.js';
import { CsrfTokens } from './csrf-tokens.js';
import { mayBeBrowser } from './may-be-browser.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Requires a valid `X-CSRF-Token` for every request that may change something, or only for those that a browser may
 * have sent.
 */
@Injectable()
export class CsrfGuard implements CanActivate {
  private readonly tokenPath: string;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly tokens: CsrfTokens,
    private readonly reflector: Reflector,
  ) {
    this.tokenPath = linksOf(config)('/csrf-token');
  }

  canActivate(context: ExecutionContext): boolean {
    const req = context.switchToHttp().getRequest<Request>();
    if (!this.config.security.enableCsrf || SAFE_METHODS.has(req.method)) return true;
    if (this.isOfBrowsers(context) && !mayBeBrowser(req)) return true;
    const token = req.headers['x-csrf-token'];
    if (typeof token !== 'string' || token === '') {
      throw new ApiError(
        'CSRF_TOKEN_REQUIRED',
        `Send the header \`X-CSRF-Token\` with a token from GET ${this.tokenPath}.`,
      );
    }
    if (this.tokens.verify(token)) return true;
    throw new ApiError(
      'CSRF_TOKEN_INVALID',
      `The CSRF token is expired or invalid. Get a new one from GET ${this.tokenPath}.`,
    );
  }

  private isOfBrowsers(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (this.config.security.enableCsrf === 'browsers') return true;
    return this.reflector.getAllAndOverride<boolean>(CSRF_OF_BROWSERS, targets) ?? false;
  }
}
