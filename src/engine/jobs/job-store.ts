import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { JobFailure } from '../../core/job/job-failure.js';
import type { Step } from '../../core/job/steps.js';
import { RenderQueue } from './render-queue.js';
import type { Actor, AuditEventType } from '../audit/audit-event.entity.js';
import { type IdempotencyKey, type IdempotencyOutcome, takeIdempotencyKey } from './idempotency.js';
import { insertBatch, insertJobs, type NewJob } from './insert-jobs.js';
import type { JobStep, VideoResult } from './job-result.js';

export type { NewJob } from './insert-jobs.js';

/** The right to write to a job, until another attempt begins. */
export interface Attempt {
  readonly jobId: string;
  readonly attempt: number;
}

/** A job that a worker holds. */
export interface Claim extends Attempt {
  readonly config: unknown;
}

/** Where a running job is. */
export interface JobProgress {
  /** 0 to 100. */
  readonly progress: number;
  readonly step: Step;
  readonly steps: readonly JobStep[];
}

/**
 * Changes jobs in Postgres. It uses SQL instead of a repository, because each change of state is one
 * statement that checks the previous state and adds the audit event: two processes can never both
 * succeed, and no change is unrecorded. (`JobQueries` reads jobs.)
 */
@Injectable()
export class JobStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: RenderQueue,
  ) {}

  /**
   * Stores a job, its first audit event and its queue message in one transaction; nothing of them
   * when the idempotency key was used before.
   */
  accept(job: NewJob, idempotency: IdempotencyKey | null = null): Promise<IdempotencyOutcome> {
    return this.acceptAll([job], null, idempotency);
  }

  /**
   * As {@link accept}, of several jobs: all of them or none. The idempotency key is kept with the
   * first of them.
   *
   * @param jobs at least one, all of one key
   * @param batchId the new batch that they make up; null: none
   */
  async acceptAll(
    jobs: readonly [NewJob, ...NewJob[]],
    batchId: string | null,
    idempotency: IdempotencyKey | null,
  ): Promise<IdempotencyOutcome> {
    const [first] = jobs;
    return this.dataSource.transaction(async (manager) => {
      const runner = runnerOf(manager);
      const outcome = idempotency
        ? await takeIdempotencyKey(runner, first.keyId, idempotency, first.id)
        : ({ outcome: 'new' } as const);
      if (outcome.outcome !== 'new') return outcome;
      if (batchId !== null) await insertBatch(runner, { ...first, id: batchId }, jobs.length);
      await insertJobs(runner, jobs, batchId);
      await this.queue.send(manager, ...jobs.map(({ id }) => id));
      return outcome;
    });
  }

  /** Takes a job that is not finished, also from an attempt that was lost; null when it is final. */
  async claim(jobId: string, workerId: string): Promise<Claim | null> {
    const [row] = await this.change<{ attempt: number; config: unknown }>(
      'job.started',
      `UPDATE jobs SET status = 'processing', attempt = attempt + 1, worker_id = $2, progress = 0,
         current_step = NULL, steps = '[]', started_at = COALESCE(started_at, now()),
         attempt_started_at = now(), updated_at = now()
       WHERE id = $1 AND status IN ('pending', 'processing')`,
      [jobId, workerId],
      { workerId },
      'attempt, config',
    );
    return row ? { jobId, ...row } : null;
  }

  /**
   * Writes progress, and an audit event when the step is another than before; false when the
   * attempt no longer holds the job (cancelled, or taken over).
   */
  async report(claim: Claim, at: JobProgress): Promise<boolean> {
    const held = await this.rows(
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
    return held.length === 1;
  }

  /** Records something about a running job, while the attempt holds it. */
  async note(
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

  /** Ends a job well; false when the attempt no longer holds it, and then nothing was written. */
  async complete(
    claim: Claim,
    result: VideoResult,
    steps: readonly JobStep[],
    warnings: readonly string[],
  ): Promise<boolean> {
    const changed = await this.change(
      'job.completed',
      `UPDATE jobs SET status = 'completed', progress = 100, current_step = NULL, result = $3,
         steps = $4, warnings = $5, finished_at = now(), updated_at = now()
       WHERE id = $1 AND attempt = $2 AND status = 'processing'`,
      [
        claim.jobId,
        claim.attempt,
        JSON.stringify(result),
        JSON.stringify(steps),
        JSON.stringify(warnings),
      ],
      { sizeBytes: result.files[0]?.sizeBytes, frames: result.frames },
    );
    return changed.length === 1;
  }

  /** @param steps null: those that were reported last */
  async fail(
    claim: Attempt,
    failure: JobFailure,
    steps: readonly JobStep[] | null,
  ): Promise<boolean> {
    const changed = await this.change(
      'job.failed',
      `UPDATE jobs SET status = 'failed', error_code = $3, error_message = $4, error_pointer = $5,
         steps = COALESCE($6::jsonb, steps), finished_at = now(), updated_at = now()
       WHERE id = $1 AND attempt = $2 AND status = 'processing'`,
      [
        claim.jobId,
        claim.attempt,
        failure.code,
        failure.message,
        failure.pointer,
        steps && JSON.stringify(steps),
      ],
      { code: failure.code },
    );
    return changed.length === 1;
  }

  /** Ends a job whose workers were lost too often; false when it is final. */
  async giveUp(jobId: string, message: string): Promise<boolean> {
    const changed = await this.change(
      'job.failed',
      `UPDATE jobs SET status = 'failed', error_code = 'WORKER_LOST', error_message = $2,
         finished_at = now(), updated_at = now()
       WHERE id = $1 AND status IN ('pending', 'processing')`,
      [jobId, message],
      { code: 'WORKER_LOST' },
    );
    return changed.length === 1;
  }

  /** Gives a job back to the queue, for a worker that shuts down. */
  async handBack(claim: Attempt): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const back = await runnerOf(manager).query(
        `WITH back AS (
           UPDATE jobs SET status = 'pending', worker_id = NULL, updated_at = now()
           WHERE id = $1 AND attempt = $2 AND status = 'processing'
           RETURNING id, key_id, request_id)
         INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type)
         SELECT id, key_id, key_id, request_id, 'job.handed_back' FROM back RETURNING id`,
        [claim.jobId, claim.attempt],
        true,
      );
      if (back.records.length === 1) await this.queue.send(manager, claim.jobId);
    });
  }

  /** Cancels a job that is not final; false when it is. */
  async cancel(jobId: string, by: Actor): Promise<boolean> {
    const changed = await this.rows(
      `WITH changed AS (
         UPDATE jobs SET status = 'cancelled', current_step = NULL, finished_at = now(), updated_at = now()
         WHERE id = $1 AND status IN ('pending', 'processing') RETURNING id, key_id)
       INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type)
       SELECT id, $2, key_id, $3, 'job.cancelled' FROM changed RETURNING id`,
      [jobId, by.keyId, by.requestId],
    );
    return changed.length === 1;
  }

  /**
   * Marks a video as deleted and cancels its job if that is not final; false when it was deleted
   * before. The files go within the transaction: when that fails, or the process dies, the video is
   * not marked and can be deleted again, so that no file stays behind a mark.
   *
   * @param removeFiles is told how many attempts may have left a file
   */
  async remove(
    jobId: string,
    by: Actor,
    removeFiles: (attempts: number) => Promise<void>,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const marked = await runnerOf(manager).query(
        `WITH held AS (
           SELECT id, key_id, status IN ('pending', 'processing') AS open FROM jobs
           WHERE id = $1 AND deleted_at IS NULL FOR UPDATE),
         event AS (
           INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type)
           SELECT id, $2, key_id, $3, happened.type
           FROM held, (VALUES ('job.cancelled', true), ('video.deleted', false))
             AS happened (type, if_open)
           WHERE open OR NOT if_open)
         UPDATE jobs SET deleted_at = now(), updated_at = now(), current_step = NULL,
           status = CASE WHEN open THEN 'cancelled' ELSE status END,
           finished_at = COALESCE(finished_at, now())
         FROM held WHERE jobs.id = held.id RETURNING attempt`,
        [jobId, by.keyId, by.requestId],
        true,
      );
      const [job] = marked.records as { attempt: number }[];
      if (job) await removeFiles(job.attempt);
      return job !== undefined;
    });
  }

  private change<T>(
    type: AuditEventType,
    update: string,
    parameters: unknown[],
    data: Record<string, unknown>,
    returned = 'id',
  ): Promise<T[]> {
    const next = parameters.length + 1;
    return this.rows<T>(
      `WITH changed AS (${update} RETURNING *), event AS (
         INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type, data)
         SELECT id, key_id, key_id, request_id, $${next}, $${next + 1}::jsonb FROM changed)
       SELECT ${returned} FROM changed`,
      [...parameters, type, JSON.stringify(data)],
    );
  }

  private async rows<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return (await runner.query(sql, parameters, true)).records as T[];
    } finally {
      await runner.release();
    }
  }
}

function runnerOf(manager: EntityManager): QueryRunner {
  if (!manager.queryRunner) throw new Error('a transaction has a query runner of its own');
  return manager.queryRunner;
}
