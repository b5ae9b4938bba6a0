import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { JobFailure } from '../../core/job/job-failure.js';
import type { AuditEventType } from '../audit/audit-event.entity.js';
import {
  type Attempt,
  type Claim,
  type JobProgress,
  MAX_ATTEMPTS,
  type Release,
} from './attempt.js';
import { CLAIM_COLUMNS, HELD_LOCKS } from './attempt-sql.js';
import type { JobStep, VideoResult } from './job-result.js';
import { type HeldMessage, RenderQueue } from './render-queue.js';
import { changeJobs, type JobChange, rowsOf } from './statements.js';
import { runnerOf } from '../database/transaction.js';

/** The waiting jobs that are looked at together. */
const LOOKED_AT = 1_000;

/** A job that waits, and when it was created, as Postgres writes it. */
export interface WaitingJob {
  readonly id: string;
  readonly createdAt: string;
}

/** What became of jobs that wait without a message. */
export interface Revival {
  /** The IDs of those that have one now. */
  readonly revived: readonly string[];
  /** Where to go on, or null at the end. */
  readonly next: WaitingJob | null;
}

/** A job that is processed when it is claimed has lost its worker, which may acquit itself later. */
const LOST_ATTEMPTS = `lost_attempts + (status = 'processing')::int`;

/**
 * The lock of a worker, if the database knows that it is held: the worker may not have noticed that it lost its
 * connection. It belongs to the ID, so that a worker of an earlier version, which sets only the ID, has none.
 */
const LOCK_OF_WORKER = `CASE WHEN $3::boolean AND hashtextextended($2::text, 0) IN (${HELD_LOCKS})
  THEN hashtextextended($2::text, 0) END`;

/**
 * Changes jobs for the workers that have them. One statement checks the previous state, changes it, and adds the
 * audit event: two processes can never both succeed, and every change is recorded. (`AttemptQueries` reads.)
 */
@Injectable()
export class AttemptStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: RenderQueue,
  ) {}

  /**
   * Claims an unfinished job, even from a lost attempt. Returns null if the job is final, or was lost too often
   * (`giveUp`).
   *
   * @param isLocked whether the worker holds the lock of its ID (`engine/workers/worker-lock.ts`)
   */
  async claim(jobId: string, workerId: string, isLocked = false): Promise<Claim | null> {
    const [row] = await this.change<Omit<Claim, 'jobId'>>({
      type: 'job.started',
      update: `UPDATE jobs SET status = 'processing', attempt = attempt + 1, worker_id = $2, progress = 0,
         worker_lock = ${LOCK_OF_WORKER}, lost_attempts = ${LOST_ATTEMPTS},
         current_step = NULL, steps = '[]', started_at = COALESCE(started_at, now()),
         attempt_started_at = now(), updated_at = now()
       WHERE id = $1 AND status IN ('pending', 'processing') AND ${LOST_ATTEMPTS} < ${MAX_ATTEMPTS}`,
      parameters: [jobId, workerId, isLocked],
      data: { worker_id: workerId },
      columns: CLAIM_COLUMNS,
    });
    return row ? { jobId, ...row } : null;
  }

  /**
   * Writes the progress, and adds an audit event if the step changed. Returns false if the attempt no longer
   * holds the job, because the job was cancelled or another attempt began.
   */
  async report(claim: Claim, at: JobProgress): Promise<boolean> {
    const updated = await this.rows(
      `WITH held AS (
         SELECT id, key_id, request_id, attempt, current_step FROM jobs
         WHERE id = $1 AND attempt = $2 AND status = 'processing' FOR UPDATE),
       event AS (
         INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type, data)
         SELECT id, key_id, key_id, request_id, 'job.step',
           jsonb_build_object('step', $4::text, 'attempt', attempt)
         FROM held WHERE current_step IS DISTINCT FROM $4::text)
       UPDATE jobs SET progress = GREATEST(progress, $3), current_step = $4, steps = $5,
         updated_at = now()
       FROM held WHERE jobs.id = held.id RETURNING jobs.id`,
      [claim.jobId, claim.attempt, at.progress, at.step, JSON.stringify(at.steps)],
    );
    return updated.length === 1;
  }

  /** Adds an audit event to a running job, if the attempt still holds it. */
  async addEvent(
    claim: Claim,
    type: AuditEventType,
    data: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.rows(
      `WITH held AS (
         SELECT id, key_id, request_id FROM jobs
         WHERE id = $1 AND attempt = $2 AND status = 'processing' FOR UPDATE)
       INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type, data)
       SELECT id, key_id, key_id, request_id, $3, $4::jsonb FROM held RETURNING id`,
      [claim.jobId, claim.attempt, type, JSON.stringify(data)],
    );
  }

  /** Completes a job. Returns false without a change if the attempt no longer holds it. */
  async complete(
    claim: Attempt,
    result: VideoResult,
    steps: readonly JobStep[],
    warnings: readonly string[],
  ): Promise<boolean> {
    const changed = await this.change({
      type: 'job.completed',
      update: `UPDATE jobs SET status = 'completed', progress = 100, current_step = NULL, result = $3,
         steps = $4, warnings = warnings || $5::jsonb, finished_at = now(), updated_at = now()
       WHERE id = $1 AND attempt = $2 AND status = 'processing'`,
      parameters: [
        claim.jobId,
        claim.attempt,
        JSON.stringify(result),
        JSON.stringify(steps),
        JSON.stringify(warnings),
      ],
      data: { size_bytes: result.files[0]?.sizeBytes, frames: result.frames },
    });
    return changed.length === 1;
  }

  /**
   * Fails a job. Returns false without a change if the attempt no longer holds it.
   *
   * @param steps null: those that were reported last
   */
  async fail(
    claim: Attempt,
    failure: JobFailure,
    steps: readonly JobStep[] | null,
  ): Promise<boolean> {
    const changed = await this.change({
      type: 'job.failed',
      update: `UPDATE jobs SET status = 'failed', error_code = $3, error_message = $4, error_pointer = $5,
         steps = COALESCE($6::jsonb, steps), finished_at = now(), updated_at = now()
       WHERE id = $1 AND attempt = $2 AND status = 'processing'`,
      parameters: [
        claim.jobId,
        claim.attempt,
        failure.code,
        failure.message,
        failure.pointer,
        steps && JSON.stringify(steps),
      ],
      data: { code: failure.code },
    });
    return changed.length === 1;
  }

  /**
   * Fails a job whose workers were lost too often. Returns false if the job is final.
   *
   * @param always false: only if the job counts so many lost attempts; true: the queue gives up
   */
  async giveUp(jobId: string, message: string, always: boolean): Promise<boolean> {
    const changed = await this.change({
      type: 'job.failed',
      update: `UPDATE jobs SET status = 'failed', error_code = 'WORKER_LOST', error_message = $2,
         finished_at = now(), updated_at = now()
       WHERE id = $1 AND status IN ('pending', 'processing')
         AND ($3 OR ${LOST_ATTEMPTS} >= ${MAX_ATTEMPTS})`,
      parameters: [jobId, message, always],
      data: { code: 'WORKER_LOST' },
    });
    return changed.length === 1;
  }

  /**
   * Returns a job to the queue, with its message. Returns false without a change if the attempt no longer holds
   * it.
   *
   * @param message null: no worker has it
   */
  async release(
    { jobId, attempt }: Attempt,
    message: HeldMessage | null,
    { reason, delaySeconds = 0 }: Release,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const back = await runnerOf(manager).query(
        `WITH back AS (
           UPDATE jobs SET status = 'pending', worker_id = NULL, worker_lock = NULL, updated_at = now(),
             current_step = NULL, lost_attempts = lost_attempts + ($3 = 'worker_lost')::int,
             failed_attempts = failed_attempts + ($3 = 'machine_failed')::int
           WHERE id = $1 AND attempt = $2 AND status = 'processing'
           RETURNING id, key_id, request_id)
         INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type, data)
         SELECT id, key_id, key_id, request_id, 'job.handed_back', jsonb_build_object('reason', $3::text)
         FROM back RETURNING id`,
        [jobId, attempt, reason],
        true,
      );
      const released = back.records.length === 1;
      if (!released) return false;
      if (message) await this.queue.messages.giveBack(manager, message, { reason, delaySeconds });
      // The message may have ended meanwhile, or nobody had it.
      await this.queue.messages.revive(manager, jobId);
      return true;
    });
  }

  /**
   * Gives messages to jobs that wait without one, which should not happen, but would last for ever.
   *
   * @param after the last job that was looked at, or null to begin with the oldest
   */
  async reviveForgotten(after: WaitingJob | null = null): Promise<Revival> {
    return this.dataSource.transaction(async (manager) => {
      const runner = runnerOf(manager);
      const seen = (await runner.query(
        `SELECT id, created_at::text AS "createdAt" FROM jobs
         WHERE status = 'pending' AND updated_at < now() - interval '1 minute'
           AND ($1::uuid IS NULL OR (created_at, id) > ($2::timestamptz, $1))
         ORDER BY created_at, id LIMIT ${LOOKED_AT}`,
        [after?.id ?? null, after?.createdAt ?? null],
      )) as WaitingJob[];
      const next = seen.length === LOOKED_AT ? seen.at(-1)! : null;
      const missing = await this.queue.messages.withoutMessage(
        manager,
        seen.map(({ id }) => id),
      );
      if (missing.length === 0) return { revived: [], next };
      const waiting = (await runner.query(
        `SELECT id FROM jobs WHERE id = ANY ($1) AND status = 'pending' FOR UPDATE SKIP LOCKED`,
        [missing],
      )) as { id: string }[];
      for (const { id } of waiting) await this.queue.messages.revive(manager, id);
      return { revived: waiting.map(({ id }) => id), next };
    });
  }

  /**
   * Takes back that an attempt was lost: its worker lives, and only its connection was cut. Does nothing if the
   * job is final.
   */
  async acquit({ jobId, attempt }: Attempt): Promise<void> {
    await this.rows(
      `UPDATE jobs SET lost_attempts = lost_attempts - 1
       WHERE id = $1 AND lost_attempts > 0 AND status IN ('pending', 'processing')
         AND (attempt > $2 OR status = 'pending')
       RETURNING id`,
      [jobId, attempt],
    );
  }

  private change<T>(change: JobChange): Promise<T[]> {
    return changeJobs<T>(this.dataSource, change);
  }

  private rows<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    return rowsOf<T>(this.dataSource, sql, parameters);
  }
}
