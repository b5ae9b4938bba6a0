import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../audit/audit-event.entity.js';

const SECRET_BYTES = 32;
const USABLE = 'key_id = $1 AND (expires_at IS NULL OR expires_at > now())';

/** A secret without its content. */
export interface SecretInfo {
  readonly createdAt: Date;
  /** Null: the current one. */
  readonly expiresAt: Date | null;
}

/**
 * The secrets that sign the webhooks of each key. A signature needs the secret itself, so it is in the database as it
 * is; clients see it once.
 */
@Injectable()
export class WebhookSecrets {
  constructor(private readonly dataSource: DataSource) {}

  /** The secrets that sign, the current one first. Makes one if the key has none: nothing is sent unsigned. */
  async forSigning(keyId: string): Promise<Buffer[]> {
    const secrets = await this.usable(keyId);
    if (secrets.length > 0) return secrets;
    await this.dataSource.query(
      `INSERT INTO webhook_secrets (key_id, secret) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
      [keyId, randomBytes(SECRET_BYTES)],
    );
    return this.usable(keyId);
  }

  private async usable(keyId: string): Promise<Buffer[]> {
    const rows = await this.dataSource.query<{ secret: Buffer }[]>(
      `SELECT secret FROM webhook_secrets WHERE ${USABLE} ORDER BY id DESC`,
      [keyId],
    );
    return rows.map(({ secret }) => secret);
  }

  async list(keyId: string): Promise<SecretInfo[]> {
    return this.dataSource.query<SecretInfo[]>(
      `SELECT created_at AS "createdAt", expires_at AS "expiresAt" FROM webhook_secrets
       WHERE ${USABLE} ORDER BY id DESC`,
      [keyId],
    );
  }

  /**
   * Makes a new secret. The one before signs too, for so many seconds. There are never more than two.
   *
   * @returns the new secret, which is not shown again
   */
  async rotate(keyId: string, overlapSeconds: number, by: Actor): Promise<Buffer> {
    const secret = randomBytes(SECRET_BYTES);
    await this.dataSource.transaction(async (manager) => {
      await lockKey(manager, keyId);
      await manager.query(
        'DELETE FROM webhook_secrets WHERE key_id = $1 AND expires_at IS NOT NULL',
        [keyId],
      );
      await manager.query(
        `UPDATE webhook_secrets SET expires_at = now() + $2 * interval '1 second' WHERE key_id = $1`,
        [keyId, overlapSeconds],
      );
      await manager.query('INSERT INTO webhook_secrets (key_id, secret) VALUES ($1, $2)', [
        keyId,
        secret,
      ]);
      await manager.query(
        `INSERT INTO audit_events (key_id, owner_id, request_id, type, data)
         VALUES ($1, $2, $3, 'webhook.secret_rotated', jsonb_build_object('overlap_seconds', $4::int))`,
        [by.keyId, keyId, by.requestId, overlapSeconds],
      );
    });
    return secret;
  }
}

/** Changes of a key's secrets wait for each other. */
async function lockKey(manager: EntityManager, keyId: string): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('webhook ' || $1, 0))`, [
    keyId,
  ]);
}
