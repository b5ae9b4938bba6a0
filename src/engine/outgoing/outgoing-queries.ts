import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../audit/audit-event.entity.js';
import { Conditions, type Position } from '../database/conditions.js';
import type { OutgoingKind } from './outgoing-queue.js';
import { COLUMNS, type Outgoing, type OutgoingState } from './outgoing.js';

/** Which webhooks of the log are wanted. */
export interface WebhookFilter {
  /** Null: those of every key. */
  readonly keyId: string | null;
  readonly jobId: string | null;
  readonly state: OutgoingState | null;
  readonly event: string | null;
  /** Both ends are exclusive. */
  readonly createdAfter: Date | null;
  readonly createdBefore: Date | null;
}

/** Reads what is sent, and adds tests. */
@Injectable()
export class OutgoingQueries {
  constructor(private readonly dataSource: DataSource) {}

  async find(id: string): Promise<Outgoing | null> {
    const [row] = await this.dataSource.query<Outgoing[]>(
      `SELECT ${COLUMNS} FROM outgoing WHERE id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** The deliveries of the video of a job, in the order of its config. */
  ofJob(jobId: string): Promise<Outgoing[]> {
    return this.dataSource.query<Outgoing[]>(
      `SELECT ${COLUMNS} FROM outgoing WHERE job_id = $1 AND kind = 'file'
       ORDER BY (options->>'position')::int`,
      [jobId],
    );
  }

  /** Webhooks after a position, newest first. */
  async page(
    filter: WebhookFilter,
    limit: number,
    after: Position | null,
  ): Promise<{ readonly rows: readonly Outgoing[]; readonly hasMore: boolean }> {
    const conditions = new Conditions(`kind = 'webhook'`)
      .add('key_id =', filter.keyId)
      .add('job_id =', filter.jobId)
      .add('state =', filter.state)
      .add('event =', filter.event)
      .add('created_at >', filter.createdAfter)
      .add('created_at <', filter.createdBefore)
      .addOlderThan('created_at', 'uuid', after);
    const { where, parameters } = conditions;
    const rows = await this.dataSource.query<Outgoing[]>(
      `SELECT ${COLUMNS} FROM outgoing ${where} ORDER BY created_at DESC, id DESC
       LIMIT ${conditions.parameter(limit + 1)}`,
      parameters,
    );
    return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
  }

  /** How much of each kind has not ended. */
  pending(): Promise<{ readonly kind: OutgoingKind; readonly count: number }[]> {
    return this.dataSource.query(
      `SELECT kinds.kind, (SELECT count(*)::int FROM outgoing
         WHERE outgoing.kind = kinds.kind AND state = 'pending') AS count
       FROM (VALUES ('webhook'), ('file')) AS kinds (kind)`,
    );
  }

  /** Adds a test of an address. */
  async ping(url: string, by: Actor): Promise<string> {
    const [row] = await this.dataSource.query<[{ id: string }]>(
      `INSERT INTO outgoing (kind, key_id, event, origin, target)
       VALUES ('webhook', $1, 'ping', 'ping', $2) RETURNING id`,
      [by.keyId, url],
    );
    return row.id;
  }
}
