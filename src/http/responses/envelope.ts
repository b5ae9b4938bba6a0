export interface EnvelopeOptions {
  readonly message: string;
  /** True: the fields of `data` stand at the top level as well. */
  readonly flat: boolean;
}

/** What a handler returns whose message is not the one of its route. */
export class WithMessage<T> {
  constructor(
    readonly data: T,
    readonly message: string,
  ) {}
}

/** What a handler returned, on its way to `ApiAdapter`, which knows the request. */
export class Enveloped {
  constructor(
    private readonly data: unknown,
    private readonly options: EnvelopeOptions,
  ) {}

  /** The answer to the request of this id. */
  for(requestId: string): object {
    return toEnvelope(this.data, this.options, requestId);
  }
}

/**
 * Wraps what the handler returns: `{ success, data, message, request_id }`. With `flat` the fields
 * of `data` are repeated beside these, for the clients that read them there.
 *
 * Around the handler and not an interceptor: a single interceptor leads every request through a
 * chain of observables, which cost a status poll a fifth of its time.
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
    // What decorators below this one have noted on the handler (Swagger's, for example).
    for (const key of Reflect.getMetadataKeys(handler) as string[]) {
      Reflect.defineMetadata(key, Reflect.getMetadata(key, handler), wrapped);
    }
    // Its operation in the API's document is called after it.
    Object.defineProperty(wrapped, 'name', { value: handler.name });
    descriptor.value = wrapped;
  };
}

/** The envelope itself, for the few handlers that send their answer themselves. */
export function toEnvelope(data: unknown, options: EnvelopeOptions, requestId: string): object {
  const { message, flat } = options;
  const envelope = { success: true, data: data ?? null, message, request_id: requestId };
  if (!flat || typeof data !== 'object' || data === null) return envelope;
  // In this order: no field of `data` may hide a member of the envelope.
  return { ...data, ...envelope };
}
