import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Need } from '../../core/job/missing-ability.js';
import type { WorkerDescription } from '../workers/worker-description.js';

/** A worker that was not seen for so long is gone. Workers are seen every {@link SEEN_EVERY_MS}. */
export const GONE_AFTER_SECONDS = 20;
export const SEEN_EVERY_MS = 5_000;
/** How long the row of a worker that is gone remains, for operators. */
const KEPT_SECONDS = 86_400;
/** The largest number of workers that one answer describes. */
const MAX_LISTED = 1_000;
/** Rows that one statement marks or removes. */
const MAX_SWEPT = 1_000;

/** What a worker does now. */
export interface WorkerSign {
  readonly id: string;
  readonly state: string;
  readonly jobId: string | null;
  readonly attempt: number | null;
}

/** A worker of any machine. */
export interface ListedWorker extends WorkerDescription, Omit<WorkerSign, 'id'> {
  readonly freeBytes: number | null;
  readonly startedAt: Date;
  readonly seenSecondsAgo: number;
  readonly goneAt: Date | null;
}

/** How many workers of a version are in a state. */
export interface WorkerCount {
  readonly version: string;
  /** `gone` for those that are lost. */
  readonly state: string;
  readonly count: number;
}

/** The workers that can do what a job needs. */
export interface FittingWorkers {
  /** Whether the service has several workers, fitting or not. */
  readonly areSeveral: boolean;
  readonly exists: boolean;
  readonly isIdle: boolean;
}

/**
 * The workers of all machines, in Postgres. All times are those of its clock. Every statement that changes what
 * operators see adds the audit event, which belongs to no key: only administrators find it.
 */
@Injectable()
export class WorkerRegistry {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds a worker, or a worker again that was taken for lost. */
  async announce({ id, host, pid, version, abilities, can }: WorkerDescription): Promise<void> {
    await this.dataSource.query(
      `WITH added AS (
         INSERT INTO workers (id, host, pid, version, abilities, can, state)
         VALUES ($1, $2, $3, $4, $5, $6, 'idle')
         ON CONFLICT (id) DO UPDATE SET gone_at = NULL, seen_at = now()
           WHERE workers.gone_at IS NOT NULL
         RETURNING id, host, version)
       INSERT INTO audit_events (type, data)
       SELECT 'worker.started', jsonb_build_object('worker_id', id, 'host', host, 'version', version)
       FROM added`,
      [id, host, pid, version, JSON.stringify(abilities), can],
    );
  }

  /**
   * Notes that workers of this machine are alive.
   *
   * @returns the IDs of those that must be announced again, because they were taken for lost
   */
  async see(signs: readonly WorkerSign[], freeBytes: number | null): Promise<string[]> {
    if (signs.length === 0) return [];
    const rows = await this.run(
      `UPDATE workers SET seen_at = now(), state = sign.state, job_id = sign.job_id,
         attempt = sign.attempt, free_bytes = $5
       FROM unnest($1::text[], $2::text[], $3::uuid[], $4::int[]) AS sign (id, state, job_id, attempt)
       WHERE workers.id = sign.id AND workers.gone_at IS NULL RETURNING workers.id`,
      [
        signs.map(({ id }) => id),
        signs.map(({ state }) => state),
        signs.map(({ jobId }) => jobId),
        signs.map(({ attempt }) => attempt),
        freeBytes,
      ],
    );
    const seen = new Set((rows as { id: string }[]).map(({ id }) => id));
    return signs.flatMap(({ id }) => (seen.has(id) ? [] : [id]));
  }

  /** Removes a worker that stopped when it was asked to. */
  async leave(id: string): Promise<void> {
    await this.run(
      `WITH stopped AS (DELETE FROM workers WHERE id = $1 RETURNING id, host, version)
       INSERT INTO audit_events (type, data)
       SELECT 'worker.stopped', jsonb_build_object('worker_id', id, 'host', host, 'version', version)
       FROM stopped`,
      [id],
    );
  }

  /** Marks workers as gone whose process, or whose session with the database, has ended. */
  async markLost(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.lose('id = ANY($1)', [ids]);
  }

  /** Marks workers as gone that nobody has seen for long, and removes those that are gone since a day. */
  async sweep(): Promise<void> {
    await this.lose(`seen_at < now() - make_interval(secs => $1)`, [GONE_AFTER_SECONDS]);
    await this.run(
      `DELETE FROM workers WHERE id IN (
         SELECT id FROM workers WHERE gone_at < now() - make_interval(secs => $1) LIMIT ${MAX_SWEPT})`,
      [KEPT_SECONDS],
    );
  }

  private async lose(which: string, parameters: readonly unknown[]): Promise<void> {
    await this.run(
      `WITH found AS (
         SELECT id FROM workers WHERE gone_at IS NULL AND ${which}
         LIMIT ${MAX_SWEPT} FOR UPDATE SKIP LOCKED),
       lost AS (
         UPDATE workers SET gone_at = now() FROM found WHERE workers.id = found.id
         RETURNING workers.id, host, version, workers.job_id)
       INSERT INTO audit_events (type, data)
       SELECT 'worker.lost', jsonb_build_object(
         'worker_id', id, 'host', host, 'version', version, 'job_id', job_id) FROM lost`,
      parameters,
    );
  }

  /** Lists the workers: those that live first, then those that are gone, the newest first. */
  async list(): Promise<ListedWorker[]> {
    const rows = await this.dataSource.query<(ListedWorker & { freeBytes: string | null })[]>(
      `SELECT id, host, pid, version, abilities, can, state, job_id AS "jobId", attempt,
         free_bytes AS "freeBytes", started_at AS "startedAt", gone_at AS "goneAt",
         extract(epoch FROM now() - seen_at)::float8 AS "seenSecondsAgo"
       FROM workers ORDER BY gone_at IS NOT NULL, gone_at DESC, started_at DESC, id
       LIMIT ${MAX_LISTED}`,
    );
    return rows.map((row) => ({
      ...row,
      freeBytes: row.freeBytes === null ? null : Number(row.freeBytes),
    }));
  }

  async counts(): Promise<WorkerCount[]> {
    return this.dataSource.query<WorkerCount[]>(
      `SELECT version, CASE WHEN gone_at IS NULL THEN state ELSE 'gone' END AS state,
         count(*)::int AS count
       FROM workers GROUP BY 1, 2`,
    );
  }

  /** The living workers that fulfill all of these needs. */
  async fulfilling(needs: readonly Need[]): Promise<FittingWorkers> {
    const [found] = await this.dataSource.query<FittingWorkers[]>(
      `SELECT count(*) > 1 AS "areSeveral", COALESCE(bool_or(can @> $1::text[]), false) AS exists,
         COALESCE(bool_or(can @> $1::text[] AND state = 'idle'), false) AS "isIdle"
       FROM workers WHERE gone_at IS NULL AND state <> 'stopping'`,
      [needs],
    );
    return found!;
  }

  /** The versions of living workers. */
  async versions(): Promise<string[]> {
    const rows = await this.dataSource.query<{ version: string }[]>(
      'SELECT DISTINCT version FROM workers WHERE gone_at IS NULL',
    );
    return rows.map(({ version }) => version);
  }

  /** Unlike `query`, it returns the rows of updates too. */
  private async run(sql: string, parameters: readonly unknown[]): Promise<unknown[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const { records } = await runner.query(sql, [...parameters], true);
      return records as unknown[];
    } finally {
      await runner.release();
    }
  }
}
