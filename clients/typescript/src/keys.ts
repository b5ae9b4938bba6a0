import type { Transport } from './transport.js';
import type { IssuedKey, Key, KeyContent, KeyLimits, OwnKey, RequestOptions } from './types.js';

/** API keys. */
export class Keys {
  constructor(private readonly transport: Transport) {}

  /** The scopes and limits of the key of the client, and what it uses. */
  me(options: RequestOptions = {}): Promise<OwnKey> {
    return this.transport.json<OwnKey>({ path: '/keys/me', ...options });
  }

  /** All keys, also those that were revoked. */
  async list(options: RequestOptions = {}): Promise<readonly Key[]> {
    const { keys } = await this.transport.json<{ keys: Key[] }>({ path: '/keys', ...options });
    return keys;
  }

  /** Creates a key. Its secret is only in this response. */
  create(content: KeyContent, options: RequestOptions = {}): Promise<IssuedKey> {
    const request = { method: 'POST' as const, path: '/keys', json: content };
    return this.transport.json<IssuedKey>({ ...request, ...options });
  }

  /** Changes limits of a key. Those that are absent stay; null is that of the configuration. */
  limit(id: string, limits: KeyLimits, options: RequestOptions = {}): Promise<Key> {
    const request = { method: 'PATCH' as const, path: pathOf(id), json: { limits } };
    return this.transport.json<Key>({ ...request, ...options });
  }

  /** Replaces the secret of a key. The one of before ends at once. */
  rotate(id: string, options: RequestOptions = {}): Promise<IssuedKey> {
    const path = `${pathOf(id)}/rotate`;
    return this.transport.json<IssuedKey>({ method: 'POST', path, ...options });
  }

  /** Ends a key for good. */
  revoke(id: string, options: RequestOptions = {}): Promise<Key> {
    return this.transport.json<Key>({ method: 'DELETE', path: pathOf(id), ...options });
  }
}

function pathOf(id: string): string {
  return `/keys/${encodeURIComponent(id)}`;
}
