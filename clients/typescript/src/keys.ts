import type { Transport } from './transport.js';
import type { OwnKey, RequestOptions } from './types.js';

/** API keys. */
export class Keys {
  constructor(private readonly transport: Transport) {}

  /** The scopes and limits of the key of the client, and what it uses. */
  me(options: RequestOptions = {}): Promise<OwnKey> {
    return this.transport.json<OwnKey>({ path: '/keys/me', ...options });
  }
}
