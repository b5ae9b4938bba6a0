export interface EnvelopeOptions {
  readonly message: string;
  /** True: the fields of `data` are repeated at the top level. */
  readonly flat: boolean;
}

/** The return value of a handler that replaces the message of its route. */
export class WithMessage<T> {
  constructor(
    readonly data: T,
    readonly message: string,
  ) {}
}

/** The return value of a handler on its way to `ApiAdapter`, which adds the request ID. */
export class Enveloped {
  constructor(
    private readonly data: unknown,
    private readonly options: EnvelopeOptions,
  ) {}

  /** The response to the request with this ID. */
  for(requestId: string): object {
    return toEnvelope(this.data, this.options, requestId);
  }
}

/**
 * Wraps the return value of a handler: `{ success, data, message, request_id }`. With `flat`, the
 * fields of `data` are repeated at the top level, for the clients that read them there.
 *
 * It wraps the handler and is not an interceptor: a single interceptor sends every request through a
 * chain of observables, which accounted for a fifth of the time of a status poll.
 */
export function Envelope(message: string, { flat = false }: { flat?: boolean } = {}) {
  const options = { message, flat };
  return (_target: object, _name: string | symbol, descriptor: PropertyDescriptor): void => {
    const handler = descriptor.value as (...args: unknown[]) => unknown;
    const wrapped = async function (this: unknown, ...args: unknown[]): Promise<Enveloped> {
      const result = await handler.apply(this, args);
      if (!(result instanceof WithMessage)) return new Enveloped(result, options);
      return new Enveloped(result.data, { ...options, message: result.message });
    };
    // Keeps the metadata of the decorators below this one (Swagger's, for example).
    for (const key of Reflect.getMetadataKeys(handler) as string[]) {
      Reflect.defineMetadata(key, Reflect.getMetadata(key, handler), wrapped);
    }
    // Swagger derives the operation ID from the name.
    Object.defineProperty(wrapped, 'name', { value: handler.name });
    descriptor.value = wrapped;
  };
}

/** Builds the envelope, for the few handlers that send their response themselves. */
export function toEnvelope(data: unknown, options: EnvelopeOptions, requestId: string): object {
  const { message, flat } = options;
  const envelope = { success: true, data: data ?? null, message, request_id: requestId };
  if (!flat || typeof data !== 'object' || data === null) return envelope;
  // The envelope comes last, so that no field of `data` can overwrite its members.
  return { ...data, ...envelope };
}
