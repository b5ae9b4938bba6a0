import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { map, type Observable } from 'rxjs';
import { requestIdOf } from './request-id.js';

export interface EnvelopeOptions {
  readonly message: string;
  /** True: the fields of `data` stand at the top level as well. */
  readonly flat: boolean;
}

const ENVELOPE = 'videocraft:envelope';

/** Members of the envelope itself; no field of `data` may hide them. */
const OWN = ['success', 'data', 'message', 'request_id'];

/**
 * Wraps what the handler returns: `{ success, data, message, request_id }`. With `flat` the fields
 * of `data` are repeated beside these, for the clients that read them there.
 */
export const Envelope = (message: string, options: { flat?: boolean } = {}) =>
  SetMetadata(ENVELOPE, { message, flat: options.flat ?? false } satisfies EnvelopeOptions);

@Injectable()
export class EnvelopeInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const options = this.reflector.get<EnvelopeOptions | undefined>(ENVELOPE, context.getHandler());
    if (!options) return next.handle();
    const requestId = requestIdOf(context.switchToHttp().getRequest<object>());
    return next.handle().pipe(map((data: unknown) => envelop(data, options, requestId)));
  }
}

/** The envelope itself, for the few handlers that send their answer themselves. */
export function envelop(data: unknown, options: EnvelopeOptions, requestId: string): object {
  const { message, flat } = options;
  const envelope = { success: true, data: data ?? null, message, request_id: requestId };
  if (!flat || typeof data !== 'object' || data === null) return envelope;
  const fields = Object.entries(data).filter(([name]) => !OWN.includes(name));
  return { ...Object.fromEntries(fields), ...envelope };
}
