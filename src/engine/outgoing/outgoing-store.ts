import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../audit/audit-event.entity.js';
import { type OutgoingAttempt, type OutgoingKind, OutgoingQueue } from './outgoing-queue.js';
import { COLUMNS, type LoggedAttempt, type Outgoing, type OutgoingResult } from './outgoing.js';

const RELAYED_AT_ONCE = 200;
/** Messages of a key that wait at the same time, so that those of others are never behind many of one key. */
const WAITING_OF_A_KEY = 100;
const LOGGED_ATTEMPTS = 20;
/** A row whose attempt is overdue for so long may have lost its message. */
const OVERDUE = `interval '5 minutes'`;

/** The oldest rows without a message, as many of each key as may wait. */
const NEXT_OF_EACH_KEY = `
  SELECT id FROM (
    SELECT id, key_id, created_at, row_number() OVER (PARTITION BY key_id ORDER BY created_at, id) AS place
    FROM outgoing WHERE NOT queued) AS new
  LEFT JOIN (
    SELECT key_id, count(*) AS due FROM outgoing
    WHERE state = 'pending' AND queued AND next_attempt_at <= now() GROUP BY key_id) AS waiting USING (key_id)
  WHERE place <= ${WAITING_OF_A_KEY} - COALESCE(due, 0) ORDER BY created_at LIMIT ${RELAYED_AT_ONCE}`;

type Relayed = Pick<Outgoing, 'id' | 'kind' | 'keyId' | 'target' | 'attempts'>;

/** What an attempt changes. */
export interface AttemptOutcome {
  readonly entry: LoggedAttempt;
  /** `pending`: another attempt follows. */
  readonly state: 'pending' | 'delivered' | 'failed';
  /** Until the next attempt. */
  readonly delaySeconds: number;
  readonly result?: OutgoingResult | null;
}

/**
 * What is to be sent (`outgoing`). Rows come from triggers, in the transaction of the change that causes them. A relay
 * gives each a message, and each attempt that fails gives it the next one, both in one transaction.
 */
@Injectable()
export class OutgoingStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: OutgoingQueue,
  ) {}

  /** Gives messages to the oldest rows that have none. Returns the kinds that have new messages. */
  async relay(): Promise<{ readonly kinds: ReadonlySet<OutgoingKind>; readonly more: boolean }> {
    const none = { kinds: new Set<OutgoingKind>(), more: false };
    if (!(await this.hasNew())) return none;
    return this.dataSource.transaction(async (manager) => {
      const rows = await manager.query<Relayed[]>(
        `SELECT id, kind, key_id AS "keyId", target, attempts FROM outgoing
         WHERE NOT queued AND id = ANY (ARRAY (${NEXT_OF_EACH_KEY})) ORDER BY created_at FOR UPDATE SKIP LOCKED`,
      );
      if (rows.length === 0) return none;
      await this.queue.send(
        manager,
        rows.map((row) => messageOf(row, row.attempts, 0)),
      );
      const ids = rows.map(({ id }) => id);
      await manager.query('UPDATE outgoing SET queued = true WHERE id = ANY ($1::uuid[])', [ids]);
      return {
        kinds: new Set(rows.map(({ kind }) => kind)),
        more: rows.length === RELAYED_AT_ONCE,
      };
    });
  }

  /** Whether there is something to relay. It is asked each second, so without a transaction. */
  private async hasNew(): Promise<boolean> {
    const found = await this.dataSource.query<unknown[]>(
      'SELECT 1 FROM outgoing WHERE NOT queued LIMIT 1',
    );
    return found.length > 0;
  }

  /** Null: the attempt was made, or is not wanted any more. */
  async forAttempt({ id, attempt }: OutgoingAttempt): Promise<Outgoing | null> {
    const [row] = await this.dataSource.query<Outgoing[]>(
      `SELECT ${COLUMNS} FROM outgoing WHERE id = $1 AND attempts = $2 AND state = 'pending'`,
      [id, attempt],
    );
    return row ?? null;
  }

  /** What a key may do now. One without a row is that of the configuration, or of callers without keys. */
  async keyState(
    keyId: string,
  ): Promise<{ readonly isRevoked: boolean; readonly isAdmin: boolean }> {
    const [row] = await this.dataSource.query<{ isRevoked: boolean; isAdmin: boolean }[]>(
      `SELECT revoked_at IS NOT NULL AS "isRevoked", 'admin' = ANY (scopes) AS "isAdmin"
       FROM api_keys WHERE id = $1`,
      [keyId],
    );
    return row ?? { isRevoked: false, isAdmin: true };
  }

  /** Records an attempt, and plans the next one. Does nothing if it was recorded before. */
  async record(row: Outgoing, outcome: AttemptOutcome): Promise<boolean> {
    const { entry, state, delaySeconds, result = null } = outcome;
    return this.dataSource.transaction(async (manager) => {
      const changed = await rowsOf<{ id: string }>(
        manager,
        `UPDATE outgoing SET attempts = attempts + 1, state = $3, result = COALESCE($6::jsonb, result),
           log = CASE WHEN jsonb_array_length(log) >= ${LOGGED_ATTEMPTS} THEN log - 0 ELSE log END || $4::jsonb,
           next_attempt_at = now() + $5 * interval '1 second',
           finished_at = CASE WHEN $3 = 'pending' THEN NULL ELSE now() END
         WHERE id = $1 AND attempts = $2 AND state = 'pending' RETURNING id`,
        [
          ...[row.id, row.attempts, state, JSON.stringify([entry]), delaySeconds],
          result && JSON.stringify(result),
        ],
      );
      if (changed.length === 0) return false;
      if (state === 'pending') {
        await this.queue.send(manager, [messageOf(row, row.attempts + 1, delaySeconds)]);
      }
      return true;
    });
  }

  /** Keeps what was delivered so far. */
  async keepResult(id: string, result: OutgoingResult): Promise<void> {
    await this.dataSource.query('UPDATE outgoing SET result = $2 WHERE id = $1', [
      id,
      JSON.stringify(result),
    ]);
  }

  /**
   * Sends again what has ended, with all attempts. Returns false if it has not ended.
   *
   * @param type of the audit event
   */
  async repeat(
    id: string,
    by: Actor,
    type: 'webhook.replayed' | 'delivery.retried',
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const changed = await rowsOf<{ id: string }>(
        manager,
        `WITH again AS (
           UPDATE outgoing SET state = 'pending', queued = false, retry_from = attempts,
             next_attempt_at = now(), finished_at = NULL
           WHERE id = $1 AND state <> 'pending' RETURNING id, job_id, key_id)
         INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type, data)
         SELECT job_id, $2, key_id, $3, $4, jsonb_build_object('delivery_id', id) FROM again RETURNING id`,
        [id, by.keyId, by.requestId, type],
      );
      return changed.length === 1;
    });
  }

  /** Gives messages to rows whose attempt is long overdue, and that have lost theirs. Returns their number. */
  async revive(): Promise<number> {
    const rows = await this.dataSource.query<Pick<Outgoing, 'id' | 'kind' | 'attempts'>[]>(
      `SELECT id, kind, attempts FROM outgoing
       WHERE state = 'pending' AND queued AND next_attempt_at < now() - ${OVERDUE}
       ORDER BY next_attempt_at LIMIT ${RELAYED_AT_ONCE}`,
    );
    let revived = 0;
    for (const { id, kind, attempts: attempt } of rows) {
      if (await this.queue.isLive(kind, { id, attempt })) continue;
      await this.queue.forget(kind, { id, attempt });
      await this.dataSource.query(
        `UPDATE outgoing SET queued = false WHERE id = $1 AND attempts = $2 AND state = 'pending'`,
        [id, attempt],
      );
      revived++;
    }
    return revived;
  }
}

/** Removes rows that ended long ago, within a transaction. Returns their number. */
export async function deleteOutgoing(
  manager: EntityManager,
  days: number,
  most: number,
): Promise<number> {
  const deleted = await rowsOf<unknown>(
    manager,
    `DELETE FROM outgoing WHERE id IN (
       SELECT id FROM outgoing WHERE finished_at < now() - $1 * interval '1 day'
       ORDER BY finished_at LIMIT $2) RETURNING id`,
    [days, most],
  );
  return deleted.length;
}

function messageOf(
  { id, kind, keyId, target }: Pick<Outgoing, 'id' | 'kind' | 'keyId' | 'target'>,
  attempt: number,
  delaySeconds: number,
) {
  const host = URL.canParse(target) ? new URL(target).host : target;
  return { id, kind, keyId, attempt, delaySeconds, group: `${keyId} ${host}` };
}

/** The rows that a statement returns, whatever it changes. */
async function rowsOf<T>(
  { queryRunner: runner }: EntityManager,
  sql: string,
  parameters: unknown[],
): Promise<T[]> {
  if (!runner) throw new Error('The entity manager does not belong to a transaction.');
  return (await runner.query(sql, parameters, true)).records as T[];
}
