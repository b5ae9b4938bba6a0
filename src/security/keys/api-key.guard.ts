import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import {
  type Identity,
  PUBLIC_ROUTE,
  PUBLIC_WHEN,
  REQUIRED_SCOPES,
  type KeyScope,
  setIdentity,
} from '../../http/access/access.js';
import { ApiError } from '../../http/errors/api-error.js';
import { tooMany } from '../../http/requests/rate-limit-state.js';
import { clientAddress } from '../rate/client-address.js';
import { ApiKeysService } from './api-keys.service.js';
import { WrongKeys } from './wrong-keys.js';

/** The identity of all callers if keys are disabled. */
const ANONYMOUS: Identity = { id: 'anonymous', scopes: ['admin'], isAdmin: true };

/** Accepts a request only with a valid key that has the scopes of the route. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly keys: ApiKeysService,
    private readonly wrongKeys: WrongKeys,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.metadata(PUBLIC_ROUTE, context)) return true;
    const setting = this.metadata(PUBLIC_WHEN, context) as 'metricsPublic' | undefined;
    if (setting !== undefined && this.config[setting]) return true;
    const req = context.switchToHttp().getRequest<Request>();
    const identity = this.config.security.enableAuth ? await this.identify(req) : ANONYMOUS;
    const required = this.metadata(REQUIRED_SCOPES, context) as readonly KeyScope[] | undefined;
    requireScopes(identity, required ?? []);
    setIdentity(req, identity);
    return true;
  }

  private async identify(req: Request): Promise<Identity> {
    const token = bearerToken(req.headersDistinct.authorization ?? []);
    const client = clientAddress(req);
    const seconds = this.wrongKeys.secondsBlocked(client);
    if (seconds > 0 && !this.keys.isKnown(token)) {
      this.wrongKeys.count(client);
      throw tooMany('wrong API keys', seconds);
    }
    const identity = await this.keys.verify(token);
    if (identity) return identity;
    this.wrongKeys.count(client);
    throw new ApiError('INVALID_API_KEY', 'The API key is unknown, expired, or revoked.', {
      headers: { 'WWW-Authenticate': 'Bearer realm="videocraft", error="invalid_token"' },
    });
  }

  private metadata(key: string, context: ExecutionContext): unknown {
    return this.reflector.getAllAndOverride<unknown>(key, [
      context.getHandler(),
      context.getClass(),
    ]);
  }
}

/**
 * The token of the `Authorization: Bearer` header. Rejects a second such header, because a proxy in
 * front of the service may have checked the other one.
 */
function bearerToken(headers: readonly string[]): string {
  const token = headers.length === 1 ? /^Bearer +([\x21-\x7e]+)$/i.exec(headers[0]!)?.[1] : '';
  if (token) return token;
  const details =
    headers.length > 1
      ? 'The request has more than one header `Authorization`.'
      : 'Send the header `Authorization: Bearer <API key>`.';
  throw new ApiError('MISSING_AUTH_HEADER', details, {
    headers: { 'WWW-Authenticate': 'Bearer realm="videocraft"' },
  });
}

function requireScopes(identity: Identity, required: readonly KeyScope[]): void {
  if (identity.isAdmin) return;
  const missing = required.filter((scope) => !identity.scopes.includes(scope));
  if (missing.length === 0) return;
  throw new ApiError(
    'INSUFFICIENT_SCOPE',
    `This request needs a key with the scope ${missing.join(' and ')}.`,
  );
}
