import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import type { Actor } from '../../engine/audit/audit-event.entity.js';
import type { ApiKeyEntity } from '../../engine/keys/api-key.entity.js';
import { KeyStore } from '../../engine/keys/key-store.js';
import { type Identity, KEY_SCOPES, type KeyScope } from '../../http/access/access.js';
import { ApiError } from '../../http/errors/api-error.js';
import { KeyCache } from './key-cache.js';
import { hashKey, isKeyId, keyIdOf, newKeyId, newKeyText, sameHash } from './key-text.js';

/** A key as it is given out: `key` is shown this once and stored nowhere. */
export interface IssuedKey {
  readonly key: string;
  readonly entity: ApiKeyEntity;
}

/** Id under which the key from the configuration owns its jobs. */
export const CONFIGURED_KEY_ID = 'admin';

/** Verifies API keys, and makes, lists, ends and renews them. */
@Injectable()
export class ApiKeysService {
  private readonly logger = new Logger(ApiKeysService.name);
  private readonly cache = new KeyCache();
  private readonly configuredHash: Buffer | null;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly store: KeyStore,
  ) {
    const { apiKey } = config.security;
    this.configuredHash = apiKey === null ? null : hashKey(apiKey);
  }

  /** Who presents this key, or null when it is unknown, expired or revoked. */
  async verify(text: string): Promise<Identity | null> {
    const hash = hashKey(text);
    if (this.configuredHash && sameHash(hash, this.configuredHash)) {
      return { id: CONFIGURED_KEY_ID, scopes: ['admin'], isAdmin: true };
    }
    const id = keyIdOf(text);
    return id === null ? null : this.cache.get(hash, () => this.lookUp(id, hash));
  }

  /** @param expiresAt null: the key never expires. */
  async create(
    { name, scopes, expiresAt }: { name: string; scopes: readonly KeyScope[]; expiresAt: Date | null },
    by: Actor,
  ): Promise<IssuedKey> {
    const id = newKeyId();
    const key = newKeyText(id);
    const entity = await this.store.insert({ id, name, hash: hashKey(key), scopes, expiresAt }, by);
    return { key, entity };
  }

  async list(): Promise<ApiKeyEntity[]> {
    return this.store.list();
  }

  /** Ends a key within one second, here and in every other process. @throws ApiError KEY_NOT_FOUND */
  async revoke(id: string, by: Actor): Promise<ApiKeyEntity> {
    const entity = found(await this.store.revoke(keyId(id), by));
    this.cache.clear();
    return entity;
  }

  /** Replaces the secret of a usable key, keeping id, scopes and jobs. @throws ApiError KEY_NOT_FOUND */
  async rotate(id: string, by: Actor): Promise<IssuedKey> {
    const key = newKeyText(keyId(id));
    const entity = found(await this.store.replaceHash(id, hashKey(key), by));
    this.cache.clear();
    return { key, entity };
  }

  private async lookUp(id: string, hash: Buffer): Promise<Identity | null> {
    const entity = await this.store.findUsable(id);
    // Without a row the comparison is made all the same, so that time does not tell which ids exist.
    if (!sameHash(hash, entity?.hash ?? Buffer.alloc(32)) || !entity) return null;
    await this.store.touch(id).catch((error: unknown) => {
      this.logger.warn({ msg: 'The last use of a key could not be noted', keyId: id, err: error });
    });
    const scopes = KEY_SCOPES.filter((scope) => entity.scopes.includes(scope));
    return { id, scopes, isAdmin: scopes.includes('admin') };
  }
}

/** An id that can be one of a key; anything else is looked for nowhere. */
function keyId(text: string): string {
  return found(isKeyId(text) ? text : null);
}

function found<T>(value: T | null): T {
  if (value !== null) return value;
  throw new ApiError('KEY_NOT_FOUND', 'There is no usable API key of this id.');
}
