import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { ApiError } from '../../http/errors/api-error.js';
import { linksOf } from '../../http/routes/links.js';
import { CsrfTokens } from './csrf-tokens.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Requires a valid `X-CSRF-Token` for every request that may change something. */
@Injectable()
export class CsrfGuard implements CanActivate {
  private readonly tokenPath: string;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly tokens: CsrfTokens,
  ) {
    this.tokenPath = linksOf(config)('/csrf-token');
  }

  canActivate(context: ExecutionContext): boolean {
    const req = context.switchToHttp().getRequest<Request>();
    if (!this.config.security.enableCsrf || SAFE_METHODS.has(req.method)) return true;
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
}
