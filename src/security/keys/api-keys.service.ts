import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import type { Actor } from '../../engine/audit/audit-event.entity.js';
import type { ApiKeyEntity } from '../../engine/keys/api-key.entity.js';
import type { KeyLimitName } from '../../engine/jobs/key-limits.js';
import { KeyStore } from '../../engine/keys/key-store.js';
import { type Identity, KEY_SCOPES, type KeyScope } from '../../http/access/access.js';
import { ApiError } from '../../http/errors/api-error.js';
import { KeyCache } from './key-cache.js';
import { KnownKeys } from './known-keys.js';
import { hashKey, isKeyId, keyIdOf, newKeyId, newKeyText, sameHash } from './key-text.js';

/** A new key. `key` is shown once and never stored. */
export interface IssuedKey {
  readonly key: string;
  readonly entity: ApiKeyEntity;
}

/** Limits by name. Null: the value of the configuration. */
export type LimitChanges = Readonly<Partial<Record<KeyLimitName, number | null>>>;

/** ID of the key from the configuration, as the owner of its jobs. */
export const CONFIGURED_KEY_ID = 'admin';

/** Verifies, creates, lists, revokes, and rotates API keys. */
@Injectable()
export class ApiKeysService {
  private readonly logger = new Logger(ApiKeysService.name);
  private readonly cache = new KeyCache();
  private readonly known = new KnownKeys();
  private readonly configuredHash: Buffer | null;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly store: KeyStore,
  ) {
    const { apiKey } = config.security;
    this.configuredHash = apiKey === null ? null : hashKey(apiKey);
  }

  /** The identity of a key; null if it is unknown, expired, or revoked. */
  async verify(text: string): Promise<Identity | null> {
    const hash = hashKey(text);
    if (this.configuredHash && sameHash(hash, this.configuredHash)) {
      return { id: CONFIGURED_KEY_ID, scopes: ['admin'], isAdmin: true };
    }
    const id = keyIdOf(text);
    if (id === null) return null;
    const identity = await this.cache.get(hash, () => this.lookUp(id, hash));
    this.known.note(hash, identity !== null);
    return identity;
  }

  /** True for a key that this process accepted before, without a query. It may have been revoked. */
  isKnown(text: string): boolean {
    const hash = hashKey(text);
    const { configuredHash } = this;
    return (configuredHash !== null && sameHash(hash, configuredHash)) || this.known.has(hash);
  }

  /** @param properties `expiresAt` null: the key never expires; `limits`: those that it has itself */
  async create(
    properties: {
      name: string;
      scopes: readonly KeyScope[];
      expiresAt: Date | null;
      limits?: LimitChanges;
    },
    actor: Actor,
  ): Promise<IssuedKey> {
    const id = newKeyId();
    const key = newKeyText(id);
    const entity = await this.store.insert({ ...properties, id, hash: hashKey(key) }, actor);
    return { key, entity };
  }

  async list(): Promise<ApiKeyEntity[]> {
    return this.store.list();
  }

  /** Revokes a key within one second, in all processes. @throws ApiError KEY_NOT_FOUND */
  async revoke(id: string, actor: Actor): Promise<ApiKeyEntity> {
    const entity = requireFound(await this.store.revoke(requireKeyId(id), actor));
    this.cache.clear();
    return entity;
  }

  /** Replaces the secret of an active key. Its ID, scopes, and jobs remain. @throws ApiError KEY_NOT_FOUND */
  async rotate(id: string, actor: Actor): Promise<IssuedKey> {
    const key = newKeyText(requireKeyId(id));
    const entity = requireFound(await this.store.replaceHash(id, hashKey(key), actor));
    this.cache.clear();
    return { key, entity };
  }

  /** Sets limits of an active key; null: the value of the configuration. @throws ApiError KEY_NOT_FOUND */
  async limit(id: string, changes: LimitChanges, actor: Actor): Promise<ApiKeyEntity> {
    return requireFound(await this.store.limit(requireKeyId(id), changes, actor));
  }

  private async lookUp(id: string, hash: Buffer): Promise<Identity | null> {
    const entity = await this.store.findUsable(id);
    // Without a row, it compares a dummy hash, so that the response time does not reveal which IDs exist.
    if (!sameHash(hash, entity?.hash ?? Buffer.alloc(32)) || !entity) return null;
    await this.store.touch(id).catch((error: unknown) => {
      this.logger.warn({ msg: 'The last use of a key could not be stored', keyId: id, err: error });
    });
    const scopes = KEY_SCOPES.filter((scope) => entity.scopes.includes(scope));
    return { id, scopes, isAdmin: scopes.includes('admin') };
  }
}

/** Rejects a text that cannot be the ID of a key, without a query. */
function requireKeyId(text: string): string {
  return requireFound(isKeyId(text) ? text : null);
}

function requireFound<T>(value: T | null): T {
  if (value !== null) return value;
  throw new ApiError('KEY_NOT_FOUND', 'No active API key has this ID.');
}
