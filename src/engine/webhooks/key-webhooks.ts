import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, AuditEventType } from '../audit/audit-event.entity.js';

/** The webhook of a key: it is told of all its jobs. */
export interface KeyWebhook {
  readonly url: string;
  readonly events: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** When the service stopped sending, because the receiver said that it is gone. */
  readonly disabledAt: Date | null;
  readonly disabledReason: string | null;
}

/** Stores the webhooks of keys. One statement makes a change and adds the audit event. */
@Injectable()
export class KeyWebhooks {
  constructor(private readonly dataSource: DataSource) {}

  async find(keyId: string): Promise<KeyWebhook | null> {
    const [row] = await this.dataSource.query<KeyWebhook[]>(
      `SELECT url, events, created_at AS "createdAt", updated_at AS "updatedAt",
         disabled_at AS "disabledAt", disabled_reason AS "disabledReason"
       FROM key_webhooks WHERE key_id = $1`,
      [keyId],
    );
    return row ?? null;
  }

  /** Sets, replaces, or enables the webhook of a key. */
  async set(keyId: string, url: string, events: readonly string[], by: Actor): Promise<void> {
    await this.change(
      `INSERT INTO key_webhooks AS own (key_id, url, events) VALUES ($1, $2, $3)
       ON CONFLICT (key_id) DO UPDATE SET url = excluded.url, events = excluded.events,
         updated_at = now(), disabled_at = NULL, disabled_reason = NULL`,
      [keyId, url, events],
      'webhook.set',
      by,
    );
  }

  async remove(keyId: string, by: Actor): Promise<void> {
    await this.change('DELETE FROM key_webhooks WHERE key_id = $1', [keyId], 'webhook.removed', by);
  }

  /** Stops a webhook whose receiver is gone, unless the key has another one since. */
  async disable(keyId: string, url: string, reason: string): Promise<void> {
    await this.change(
      `UPDATE key_webhooks SET disabled_at = now(), disabled_reason = $3
       WHERE key_id = $1 AND url = $2 AND disabled_at IS NULL`,
      [keyId, url, reason],
      'webhook.disabled',
      { keyId, requestId: null },
    );
  }

  /** Events contain the host only: a path may contain a secret. */
  private async change(
    change: string,
    parameters: readonly unknown[],
    type: AuditEventType,
    by: Actor,
  ): Promise<void> {
    const next = parameters.length + 1;
    await this.dataSource.query(
      `WITH changed AS (${change} RETURNING key_id, url, events)
       INSERT INTO audit_events (key_id, owner_id, request_id, type, data)
       SELECT $${next}, key_id, $${next + 1}, $${next + 2}, jsonb_build_object(
         'host', substring(url FROM '^https?://([^/?#]+)'), 'events', to_jsonb(events)) FROM changed`,
      [...parameters, by.keyId, by.requestId, type],
    );
  }
}
