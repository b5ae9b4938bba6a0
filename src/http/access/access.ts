import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  SetMetadata,
} from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Request } from 'express';
import { requestIdOf } from '../requests/request-id.js';
import type { KeyScope } from './key-scopes.js';

export { KEY_SCOPES, type KeyScope } from './key-scopes.js';

/** The API key behind a request. */
export interface Identity {
  /** ID of the key, stored with each job as its owner; `anonymous` where keys are disabled. */
  readonly id: string;
  readonly scopes: readonly KeyScope[];
  readonly isAdmin: boolean;
}

/** The API key behind a request that changes something, and the request itself. */
export interface Caller extends Identity {
  readonly requestId: string;
}

export const PUBLIC_ROUTE = 'videocraft:public';
export const REQUIRED_SCOPES = 'videocraft:scopes';
export const PUBLIC_WHEN = 'videocraft:public-when';

/** The route needs no API key. */
export const Public = () => SetMetadata(PUBLIC_ROUTE, true);

/** The route needs no API key if the operator enabled this setting. */
export const PublicWhen = (setting: 'metricsPublic') => SetMetadata(PUBLIC_WHEN, setting);

export const CSRF_OF_BROWSERS = 'videocraft:csrf-of-browsers';

/** The route needs a CSRF token only from requests that a browser may have been tricked into. */
export const CsrfOfBrowsers = () => SetMetadata(CSRF_OF_BROWSERS, true);

/** The route needs a key that has all of these scopes, or `admin`. */
export const RequireScopes = (...scopes: readonly KeyScope[]) =>
  applyDecorators(
    SetMetadata(REQUIRED_SCOPES, scopes),
    ApiBearerAuth(),
    ApiExtension('x-required-scopes', scopes),
  );

const IDENTITY = Symbol('identity');

export function setIdentity(req: Request, identity: Identity): void {
  Object.assign(req, { [IDENTITY]: identity });
}

/** Parameter decorator: the `Identity` of the caller, for routes that only read. */
export const CurrentKey = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Identity => identityOf(requestOf(context)),
);

/** Parameter decorator: the `Caller`, for routes whose changes are recorded in the audit trail. */
export const CurrentCaller = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Caller => {
    const req = requestOf(context);
    return { ...identityOf(req), requestId: requestIdOf(req) };
  },
);

/** The caller as jobs and audit events record it. */
export function actorOf({ id, requestId }: Caller): { keyId: string; requestId: string } {
  return { keyId: id, requestId };
}

function requestOf(context: ExecutionContext): Request {
  return context.switchToHttp().getRequest<Request>();
}

/** Known once the guard of keys has let the request pass. */
export function identityOf(req: Request): Identity {
  return (req as unknown as Record<symbol, unknown>)[IDENTITY] as Identity;
}
