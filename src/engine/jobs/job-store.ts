import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG } from '../../config/config.module.js';
import type { JobStatus } from '../../core/job/job-status.js';
import { holdAssets } from './hold-assets.js';
import { DEFAULT_PRIORITY } from '../../core/job/priority.js';
import type { Actor } from '../audit/audit-event.entity.js';
import { KeyedLine } from '../concurrency/keyed-line.js';
import { type IdempotencyKey, type IdempotencyOutcome, takeIdempotencyKey } from './idempotency.js';
import { type BatchWebhook, insertBatch, insertJobs, type NewJob } from './insert-jobs.js';
import { jsonTextOf } from './json-text.js';
import { admitJobs, type KeyLimits } from './key-usage.js';
import { RenderQueue } from './render-queue.js';
import { runnerOf } from '../database/transaction.js';

export type { NewJob } from './insert-jobs.js';

/** How long a submission waits for those of the same key before it. Clients wait for an answer. */
const SUBMISSION_PATIENCE_MS = 8_000;

/**
 * Stores, cancels, and deletes jobs for clients. Uses SQL instead of a repository, because one statement checks the
 * previous state, changes it, and adds the audit event: two processes can never both succeed, and every change is
 * recorded. (`AttemptStore` changes jobs for workers, `JobQueries` reads them.)
 */
@Injectable()
export class JobStore {
  /**
   * Submissions of a key wait for each other in the database (`admitJobs`). Here, they wait without a connection,
   * so that those of one key do not take the connections that all requests share.
   */
  private readonly submissions = new KeyedLine(SUBMISSION_PATIENCE_MS);

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
   * @param webhooks those of the batch
   * @throws KeyLimitExceeded, WaitedTooLong
   */
  async acceptAll(
    jobs: readonly [NewJob, ...NewJob[]],
    batchId: string | null,
    idempotency: IdempotencyKey | null,
    webhooks: readonly BatchWebhook[] = [],
  ): Promise<IdempotencyOutcome> {
    const [first] = jobs;
    const { limits } = this.config;
    const stored = jobs.map((job) => ({ ...job, config: jsonTextOf(job.config) }));
    const added = {
      keyId: first.keyId,
      priorities: jobs.map(({ priority }) => priority ?? DEFAULT_PRIORITY),
      configBytes: stored.reduce((sum, { config }) => sum + config.bytes, 0),
    };
    const store = async (manager: EntityManager) => {
      const runner = runnerOf(manager);
      const outcome = idempotency
        ? await takeIdempotencyKey(runner, first.keyId, idempotency, first.id)
        : ({ outcome: 'new' } as const);
      if (outcome.outcome !== 'new') return outcome;
      const { places, running } = await admitJobs(runner, added, limits);
      if (batchId !== null) {
        await insertBatch(runner, { ...first, id: batchId }, { size: jobs.length, webhooks });
      }
      const placed = stored.map((job, index) => ({ ...job, place: places[index]! }));
      await insertJobs(runner, placed, batchId);
      await holdAssets(runner, first.keyId, placed);
      await this.queue.messages.send(
        manager,
        ...placed.map(({ id, place }) => ({ jobId: id, place, running })),
      );
      return outcome;
    };
    return this.submissions.run(first.keyId, () => this.dataSource.transaction(store));
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
      await this.queue.messages.withdraw(manager, unclaimed(cancelled.records as CancelledJob[]));
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
      await this.queue.messages.withdraw(manager, unclaimed(job ? [job] : []));
      if (job) await removeFiles(job.attempt);
      return job !== undefined;
    });
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
