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
  /** Limits that the key has itself. Null: the value of the configuration. */
  readonly limits?: Readonly<Partial<Record<string, number | null>>>;
}

/** Wrong keys that were refused in one minute. */
export interface RefusedKeys {
  /** Null: several clients together. */
  readonly client: string | null;
  readonly clients: number;
  readonly attempts: number;
}

/** An arbitrary number for the lock that lets only one process create the first key. */
const FIRST_KEY_LOCK = 7_230_142;

const USABLE = 'revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())';

/**
 * API keys in Postgres. Only the clock of the database decides whether a key has expired. Changes use SQL,
 * because one statement makes the change and adds the audit event.
 */
@Injectable()
export class KeyStore {
  constructor(@InjectRepository(ApiKeyEntity) private readonly keys: Repository<ApiKeyEntity>) {}

  /** Returns a key, or null if it does not exist or is revoked or expired. */
  async findUsable(id: string): Promise<ApiKeyEntity | null> {
    return this.keys.createQueryBuilder().where(`id = :id AND ${USABLE}`, { id }).getOne();
  }

  /** Returns the hexadecimal hashes of these keys by ID, without revoked and expired keys. */
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

  /** Returns all keys, newest first, including revoked and expired ones. */
  async list(): Promise<ApiKeyEntity[]> {
    return this.keys.find({ order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** Revokes a key permanently. Returns null if it does not exist. A repeated call keeps the first time. */
  async revoke(id: string, by: Actor): Promise<ApiKeyEntity | null> {
    const change = 'UPDATE api_keys SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL';
    await changeKey(this.keys.manager, by, { type: 'key.revoked', change, parameters: [id] });
    return this.keys.findOneBy({ id });
  }

  /** Replaces the secret of a usable key. Returns null if no usable key has this ID. */
  async replaceHash(id: string, hash: Buffer, by: Actor): Promise<ApiKeyEntity | null> {
    const change = `UPDATE api_keys SET hash = $2 WHERE id = $1 AND ${USABLE}`;
    await changeKey(this.keys.manager, by, {
      type: 'key.rotated',
      change,
      parameters: [id, hash],
    });
    return this.findUsable(id);
  }

  /** Sets limits of a usable key. Null: the value of the configuration. Returns null if there is no such key. */
  async limit(
    id: string,
    changes: Readonly<Record<string, number | null>>,
    by: Actor,
  ): Promise<ApiKeyEntity | null> {
    const change = `UPDATE api_keys SET limits = jsonb_strip_nulls(limits || $2::jsonb)
      WHERE id = $1 AND ${USABLE}`;
    const parameters = [id, JSON.stringify(changes)];
    await changeKey(this.keys.manager, by, { type: 'key.limited', change, parameters });
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

  /** Records that a key was used, at most once a minute. */
  async touch(id: string): Promise<void> {
    await this.keys.query(
      `UPDATE api_keys SET last_used_at = now()
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
      [id],
    );
  }

  /**
   * Creates and stores a key if no usable administrator key exists, in one transaction: processes that start at
   * the same time create one key, and a failure of `create` stores none.
   */
  async insertFirst(create: () => Promise<NewKey>, by: Actor): Promise<boolean> {
    return this.keys.manager.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [FIRST_KEY_LOCK]);
      const existing = await manager
        .createQueryBuilder(ApiKeyEntity, 'key')
        .where(`'admin' = ANY(scopes) AND ${USABLE}`)
        .getExists();
      if (existing) return false;
      await insertKey(manager, await create(), by);
      return true;
    });
  }
}

async function insertKey(manager: EntityManager, key: NewKey, by: Actor): Promise<ApiKeyEntity> {
  await changeKey(manager, by, {
    type: 'key.created',
    change: `INSERT INTO api_keys (id, name, hash, scopes, expires_at, limits)
      VALUES ($1, $2, $3, $4, $5, jsonb_strip_nulls($6::jsonb))`,
    parameters: [
      ...[key.id, key.name, key.hash, key.scopes, key.expiresAt],
      JSON.stringify(key.limits ?? {}),
    ],
  });
  return manager.getRepository(ApiKeyEntity).findOneByOrFail({ id: key.id });
}

interface KeyChange {
  readonly type: AuditEventType;
  /** An SQL statement without `RETURNING`. */
  readonly change: string;
  readonly parameters: readonly unknown[];
}

/** Limits with the names of the API: `runningJobs` is stored, and `running_jobs` is told. */
const LIMITS_OF_THE_API = `SELECT jsonb_object_agg(lower(regexp_replace(key, '([A-Z])', '_\\1', 'g')), value)
  FROM jsonb_each(limits)`;

/** Changes a key, and adds an audit event if the key changed. */
async function changeKey(
  manager: EntityManager,
  by: Actor,
  { type, change, parameters }: KeyChange,
): Promise<void> {
  const next = parameters.length + 1;
  await manager.query(
    `WITH changed AS (${change} RETURNING id, name, scopes, limits)
     INSERT INTO audit_events (key_id, owner_id, request_id, type, data)
     SELECT $${next}, id, $${next + 1}, $${next + 2},
       jsonb_build_object('name', name, 'scopes', to_jsonb(scopes)) || CASE WHEN limits = '{}'
         THEN '{}' ELSE jsonb_build_object('limits', (${LIMITS_OF_THE_API})) END FROM changed`,
    [...parameters, by.keyId, by.requestId, type],
  );
}
