import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, Repository } from 'typeorm';
import type { Actor, AuditEventType } from '../audit/audit-event.entity.js';
import { ApiKeyEntity } from './api-key.entity.js';

export interface NewKey {
  readonly id: string;
  readonly name: string;
  readonly hash: Buffer;
  readonly scopes: readonly string[];
  readonly expiresAt: Date | null;
}

/** Wrong keys that were refused in one minute. */
export interface RefusedKeys {
  /** Null: several clients together. */
  readonly client: string | null;
  readonly clients: number;
  readonly attempts: number;
}

/** Any number: names the lock under which one process at a time makes the first key. */
const FIRST_KEY_LOCK = 7_230_142;

const USABLE = 'revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())';

/**
 * API keys in Postgres. The clock of the database alone decides whether a key has expired. Changes are
 * SQL, because each is one statement with its audit event.
 */
@Injectable()
export class KeyStore {
  constructor(@InjectRepository(ApiKeyEntity) private readonly keys: Repository<ApiKeyEntity>) {}

  /** A key that is neither revoked nor expired, or null. */
  async findUsable(id: string): Promise<ApiKeyEntity | null> {
    return this.keys.createQueryBuilder().where(`id = :id AND ${USABLE}`, { id }).getOne();
  }

  /** The hashes, in hexadecimal, of those of these keys that are neither revoked nor expired. */
  async usableHashes(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.keys.query<{ id: string; hash: string }[]>(
      `SELECT id, encode(hash, 'hex') AS hash FROM api_keys WHERE id = ANY($1) AND ${USABLE}`,
      [ids],
    );
    return new Map(rows.map(({ id, hash }) => [id, hash]));
  }

  async insert(key: NewKey, by: Actor): Promise<ApiKeyEntity> {
    return insertKey(this.keys.manager, key, by);
  }

  /** All keys, newest first, revoked and expired ones included. */
  async list(): Promise<ApiKeyEntity[]> {
    return this.keys.find({ order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** Ends a key for good; null when there is none. Revoking again keeps the first time. */
  async revoke(id: string, by: Actor): Promise<ApiKeyEntity | null> {
    const change = 'UPDATE api_keys SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL';
    await changeKey(this.keys.manager, 'key.revoked', change, [id], by);
    return this.keys.findOneBy({ id });
  }

  /** Gives a usable key a new secret; null when there is no usable key of this id. */
  async replaceHash(id: string, hash: Buffer, by: Actor): Promise<ApiKeyEntity | null> {
    const change = `UPDATE api_keys SET hash = $2 WHERE id = $1 AND ${USABLE}`;
    await changeKey(this.keys.manager, 'key.rotated', change, [id, hash], by);
    return this.findUsable(id);
  }

  /** Records wrong keys in the audit trail: one event for each client. No key owns these events. */
  async recordRefused(sums: readonly RefusedKeys[]): Promise<void> {
    await this.keys.query(
      `INSERT INTO audit_events (type, data)
       SELECT 'key.refused', data FROM jsonb_array_elements($1::jsonb) AS data`,
      [JSON.stringify(sums)],
    );
  }

  /** Notes that a key was used, at most once a minute. */
  async touch(id: string): Promise<void> {
    await this.keys.query(
      `UPDATE api_keys SET last_used_at = now()
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
      [id],
    );
  }

  /**
   * Runs `make` and stores its key when no usable administrator's key exists, as one transaction:
   * processes that start together make one key, and a failure of `make` leaves none.
   */
  async insertFirst(make: () => Promise<NewKey>, by: Actor): Promise<boolean> {
    return this.keys.manager.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [FIRST_KEY_LOCK]);
      const existing = await manager
        .createQueryBuilder(ApiKeyEntity, 'key')
        .where(`'admin' = ANY(scopes) AND ${USABLE}`)
        .getExists();
      if (existing) return false;
      await insertKey(manager, await make(), by);
      return true;
    });
  }
}

async function insertKey(manager: EntityManager, key: NewKey, by: Actor): Promise<ApiKeyEntity> {
  await changeKey(
    manager,
    'key.created',
    'INSERT INTO api_keys (id, name, hash, scopes, expires_at) VALUES ($1, $2, $3, $4, $5)',
    [key.id, key.name, key.hash, key.scopes, key.expiresAt],
    by,
  );
  return manager.getRepository(ApiKeyEntity).findOneByOrFail({ id: key.id });
}

/** Changes one key, and records it when there was something to change. */
async function changeKey(
  manager: EntityManager,
  type: AuditEventType,
  change: string,
  parameters: readonly unknown[],
  by: Actor,
): Promise<void> {
  const next = parameters.length + 1;
  await manager.query(
    `WITH changed AS (${change} RETURNING id, name, scopes)
     INSERT INTO audit_events (key_id, owner_id, request_id, type, data)
     SELECT $${next}, id, $${next + 1}, $${next + 2},
       jsonb_build_object('name', name, 'scopes', to_jsonb(scopes)) FROM changed`,
    [...parameters, by.keyId, by.requestId, type],
  );
}
