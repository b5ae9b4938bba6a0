import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  SetMetadata,
} from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Request } from 'express';
import type { KeyScope } from './key-scopes.js';

export { KEY_SCOPES, type KeyScope } from './key-scopes.js';

/** Who makes a request. */
export interface Identity {
  /** Id of the API key; jobs remember it as their owner. `anonymous` where keys are switched off. */
  readonly id: string;
  readonly scopes: readonly KeyScope[];
  readonly isAdmin: boolean;
}

export const PUBLIC_ROUTE = 'videocraft:public';
export const REQUIRED_SCOPES = 'videocraft:scopes';

/** The route needs no API key. */
export const Public = () => SetMetadata(PUBLIC_ROUTE, true);

export const PUBLIC_WHEN = 'videocraft:public-when';

/** The route needs no API key when the operator switched this setting on. */
export const PublicWhen = (setting: 'metricsPublic') => SetMetadata(PUBLIC_WHEN, setting);

/** The route needs a key with every one of these scopes (or `admin`). */
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

/** Parameter decorator: the `Identity` of the caller of a route that needs a key. */
export const CurrentKey = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Identity => {
    const req = context.switchToHttp().getRequest<Record<symbol, unknown>>();
    return req[IDENTITY] as Identity;
  },
);

/** Parameter decorator: the id of the request, for audit events. */
export const RequestId = createParamDecorator(
  (_data: unknown, context: ExecutionContext): string =>
    context.switchToHttp().getRequest<{ id: string }>().id,
);
