import type { DataSource, EntityManager } from 'typeorm';
import { ApiKeyEntity } from './api-key.entity.js';

export interface NewKey {
  readonly id: string;
  readonly name: string;
  readonly hash: Buffer;
  readonly scopes: readonly string[];
  readonly expiresAt: Date | null;
}

/** Any number: names the lock under which one process at a time makes the first key. */
const FIRST_KEY_LOCK = 7_230_142;

const USABLE = 'revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())';

/** API keys in Postgres. Whether a key has expired is decided by the database's clock alone. */
export class KeyStore {
  constructor(private readonly dataSource: DataSource) {}

  /** A key that is neither revoked nor expired, or null. */
  async findUsable(id: string): Promise<ApiKeyEntity | null> {
    return this.dataSource
      .getRepository(ApiKeyEntity)
      .createQueryBuilder()
      .where(`id = :id AND ${USABLE}`, { id })
      .getOne();
  }

  async insert(key: NewKey): Promise<ApiKeyEntity> {
    return insertKey(this.dataSource.manager, key);
  }

  /** All keys, newest first, revoked and expired ones included. */
  async list(): Promise<ApiKeyEntity[]> {
    return this.dataSource
      .getRepository(ApiKeyEntity)
      .find({ order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** Ends a key for good; null when there is none. Revoking again keeps the first time. */
  async revoke(id: string): Promise<ApiKeyEntity | null> {
    await this.dataSource.query(
      'UPDATE api_keys SET revoked_at = coalesce(revoked_at, now()) WHERE id = $1',
      [id],
    );
    return this.dataSource.getRepository(ApiKeyEntity).findOneBy({ id });
  }

  /** Gives a usable key a new secret; null when there is no usable key of this id. */
  async replaceHash(id: string, hash: Buffer): Promise<ApiKeyEntity | null> {
    await this.dataSource.query(`UPDATE api_keys SET hash = $2 WHERE id = $1 AND ${USABLE}`, [
      id,
      hash,
    ]);
    return this.findUsable(id);
  }

  /** Notes that a key was used, at most once a minute. */
  async touch(id: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE api_keys SET last_used_at = now()
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
      [id],
    );
  }

  /**
   * Runs `make` and stores its key when no usable administrator's key exists, as one transaction:
   * processes that start together make one key, and a failure of `make` leaves none.
   */
  async insertFirst(make: () => Promise<NewKey>): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [FIRST_KEY_LOCK]);
      const existing = await manager
        .createQueryBuilder(ApiKeyEntity, 'key')
        .where(`'admin' = ANY(scopes) AND ${USABLE}`)
        .getExists();
      if (existing) return false;
      await insertKey(manager, await make());
      return true;
    });
  }
}

async function insertKey(manager: EntityManager, key: NewKey): Promise<ApiKeyEntity> {
  await manager.query(
    'INSERT INTO api_keys (id, name, hash, scopes, expires_at) VALUES ($1, $2, $3, $4, $5)',
    [key.id, key.name, key.hash, key.scopes, key.expiresAt],
  );
  return manager.getRepository(ApiKeyEntity).findOneByOrFail({ id: key.id });
}
