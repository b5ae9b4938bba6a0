import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { CONFIG } from '../../config/config.module.js';
import type { JobFailure } from '../../core/job/job-failure.js';
import type { JobStatus } from '../../core/job/job-status.js';
import type { Step } from '../../core/job/steps.js';
import { RenderQueue } from './render-queue.js';
import type { Actor, AuditEventType } from '../audit/audit-event.entity.js';
import { type IdempotencyKey, type IdempotencyOutcome, takeIdempotencyKey } from './idempotency.js';
import { insertBatch, insertJobs, type NewJob } from './insert-jobs.js';
import type { JobStep, VideoResult } from './job-result.js';
import { jsonTextOf } from './json-text.js';
import { addUsage, checkUsage, type KeyLimits } from './key-usage.js';

export type { NewJob } from './insert-jobs.js';

/** An attempt of a worker at a job. It may write to the job until another attempt begins. */
export interface Attempt {
  readonly jobId: string;
  readonly attempt: number;
}

/** A job that a worker holds. */
export interface Claim extends Attempt {
  /** The key that the job belongs to. */
  readonly keyId: string;
  readonly config: unknown;
}

/** The progress of a running job. */
export interface JobProgress {
  /** 0 to 100. */
  readonly progress: number;
  readonly step: Step;
  readonly steps: readonly JobStep[];
}

/** A change of a job, and its audit event. */
interface JobChange {
  readonly type: AuditEventType;
  /** An `UPDATE` statement without `RETURNING`. */
  readonly update: string;
  readonly parameters: readonly unknown[];
  /** The data of the event. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The columns to return. */
  readonly columns?: string;
}

/**
 * Changes jobs in Postgres. Uses SQL instead of a repository, because one statement checks the previous state,
 * changes it, and adds the audit event: two processes can never both succeed, and every change is recorded.
 * (`JobQueries` reads jobs.)
 */
@Injectable()
export class JobStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: RenderQueue,
    @Inject(CONFIG) private readonly config: { readonly limits: KeyLimits },
  ) {}

  /**
   * Stores a job, its first audit event, and its queue message in one transaction. Stores nothing if the
   * idempotency key was used before.
   */
  accept(job: NewJob, idempotency: IdempotencyKey | null = null): Promise<IdempotencyOutcome> {
    return this.acceptAll([job], null, idempotency);
  }

  /**
   * Like {@link accept}, for several jobs: all of them or none. The idempotency key is stored with the first.
   *
   * @param jobs at least one job, all of the same key
   * @param batchId the ID of the new batch, or null
   * @throws KeyLimitExceeded
   */
  async acceptAll(
    jobs: readonly [NewJob, ...NewJob[]],
    batchId: string | null,
    idempotency: IdempotencyKey | null,
  ): Promise<IdempotencyOutcome> {
    const [first] = jobs;
    const { limits } = this.config;
    const stored = jobs.map((job) => ({ ...job, config: jsonTextOf(job.config) }));
    const configBytes = stored.reduce((sum, { config }) => sum + config.bytes, 0);
    const added = { keyId: first.keyId, jobs: jobs.length, configBytes };
    return this.dataSource.transaction(async (manager) => {
      const runner = runnerOf(manager);
      const outcome = idempotency
        ? await takeIdempotencyKey(runner, first.keyId, idempotency, first.id)
        : ({ outcome: 'new' } as const);
      if (outcome.outcome !== 'new') return outcome;
      await checkUsage(runner, added, limits);
      if (batchId !== null) await insertBatch(runner, { ...first, id: batchId }, jobs.length);
      await insertJobs(runner, stored, batchId);
      await this.queue.send(manager, ...jobs.map(({ id }) => id));
      await addUsage(runner, added, limits);
      return outcome;
    });
  }

  /** Claims an unfinished job, even from a lost attempt. Returns null if the job is final. */
  async claim(jobId: string, workerId: string): Promise<Claim | null> {
    const [row] = await this.change<Omit<Claim, 'jobId'>>({
      type: 'job.started',
      update: `UPDATE jobs SET status = 'processing', attempt = attempt + 1, worker_id = $2, progress = 0,
         current_step = NULL, steps = '[]', started_at = COALESCE(started_at, now()),
         attempt_started_at = now(), updated_at = now()
       WHERE id = $1 AND status IN ('pending', 'processing')`,
      parameters: [jobId, workerId],
      data: { workerId },
      columns: 'attempt, config, key_id AS "keyId"',
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
    claim: Claim,
    result: VideoResult,
    steps: readonly JobStep[],
    warnings: readonly string[],
  ): Promise<boolean> {
    const changed = await this.change({
      type: 'job.completed',
      update: `UPDATE jobs SET status = 'completed', progress = 100, current_step = NULL, result = $3,
         steps = $4, warnings = $5, finished_at = now(), updated_at = now()
       WHERE id = $1 AND attempt = $2 AND status = 'processing'`,
      parameters: [
        claim.jobId,
        claim.attempt,
        JSON.stringify(result),
        JSON.stringify(steps),
        JSON.stringify(warnings),
      ],
      data: { sizeBytes: result.files[0]?.sizeBytes, frames: result.frames },
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

  /** Fails a job whose workers were lost too often. Returns false if the job is final. */
  async giveUp(jobId: string, message: string): Promise<boolean> {
    const changed = await this.change({
      type: 'job.failed',
      update: `UPDATE jobs SET status = 'failed', error_code = 'WORKER_LOST', error_message = $2,
         finished_at = now(), updated_at = now()
       WHERE id = $1 AND status IN ('pending', 'processing')`,
      parameters: [jobId, message],
      data: { code: 'WORKER_LOST' },
    });
    return changed.length === 1;
  }

  /** Returns a job to the queue when its worker shuts down. */
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
      if (back.records.length === 1) await this.queue.sendAgain(manager, claim.jobId);
    });
  }

  /** Cancels a job. Returns false if the job is final. */
  async cancel(jobId: string, by: Actor): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const cancelled = await runnerOf(manager).query(
        `WITH held AS (
           SELECT id, key_id, status FROM jobs
           WHERE id = $1 AND status IN ('pending', 'processing') FOR UPDATE),
         event AS (
           INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type)
           SELECT id, $2, key_id, $3, 'job.cancelled' FROM held)
         UPDATE jobs SET status = 'cancelled', current_step = NULL, finished_at = now(), updated_at = now()
         FROM held WHERE jobs.id = held.id RETURNING jobs.id, held.status AS "wasStatus"`,
        [jobId, by.keyId, by.requestId],
        true,
      );
      await this.queue.withdraw(manager, unclaimed(cancelled.records as CancelledJob[]));
      return cancelled.records.length === 1;
    });
  }

  /**
   * Marks a video as deleted, and cancels its job if the job is not final. Returns false if the video was
   * already deleted. The files are removed within the transaction: if that fails, the video is not marked and
   * can be deleted again, so that no files of a deleted video remain.
   *
   * @param removeFiles gets the number of attempts, each of which may have left files
   */
  async remove(
    jobId: string,
    by: Actor,
    removeFiles: (attempts: number) => Promise<void>,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const marked = await runnerOf(manager).query(
        `WITH held AS (
           SELECT id, key_id, status, status IN ('pending', 'processing') AS open FROM jobs
           WHERE id = $1 AND deleted_at IS NULL FOR UPDATE),
         event AS (
           INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type)
           SELECT id, $2, key_id, $3, happened.type
           FROM held, (VALUES ('job.cancelled', true), ('video.deleted', false))
             AS happened (type, if_open)
           WHERE open OR NOT if_open)
         UPDATE jobs SET deleted_at = now(), updated_at = now(), current_step = NULL,
           status = CASE WHEN open THEN 'cancelled' ELSE jobs.status END,
           finished_at = COALESCE(finished_at, now())
         FROM held WHERE jobs.id = held.id RETURNING attempt, jobs.id, held.status AS "wasStatus"`,
        [jobId, by.keyId, by.requestId],
        true,
      );
      const [job] = marked.records as (CancelledJob & { attempt: number })[];
      await this.queue.withdraw(manager, unclaimed(job ? [job] : []));
      if (job) await removeFiles(job.attempt);
      return job !== undefined;
    });
  }

  /** @returns the columns of the changed job, or an empty list if nothing changed */
  private change<T>({ type, update, parameters, data, columns = 'id' }: JobChange): Promise<T[]> {
    const next = parameters.length + 1;
    return this.rows<T>(
      `WITH changed AS (${update} RETURNING *), event AS (
         INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type, data)
         SELECT id, key_id, key_id, request_id, $${next}, $${next + 1}::jsonb FROM changed)
       SELECT ${columns} FROM changed`,
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

/** A job that is final now, and its status before. */
export interface CancelledJob {
  readonly id: string;
  readonly wasStatus: JobStatus;
}

/** The IDs of the jobs that no worker had claimed. */
export function unclaimed(jobs: readonly CancelledJob[]): string[] {
  return jobs.flatMap(({ id, wasStatus }) => (wasStatus === 'pending' ? [id] : []));
}

/** @throws Error without a transaction */
export function runnerOf(manager: EntityManager): QueryRunner {
  if (!manager.queryRunner) throw new Error('The entity manager does not belong to a transaction.');
  return manager.queryRunner;
}
