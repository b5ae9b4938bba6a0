import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { JOB_STATUSES, type JobStatus } from '../../core/job/job-status.js';
import type { Actor } from '../audit/audit-event.entity.js';
import { BatchEntity } from './batch.entity.js';
import { type CancelledJob, unclaimed } from './job-store.js';
import { runnerOf } from '../database/transaction.js';
import { RenderQueue } from './render-queue.js';

/**
 * Reads and cancels batches. `JobStore` creates them. Counts and the cancellation use SQL: they must use the
 * index of the batch, and one statement cancels jobs and adds the audit events.
 */
@Injectable()
export class BatchStore {
  constructor(
    @InjectRepository(BatchEntity) private readonly batches: Repository<BatchEntity>,
    private readonly queue: RenderQueue,
  ) {}

  find(id: string): Promise<BatchEntity | null> {
    return this.batches.findOneBy({ id });
  }

  /** Returns the number of jobs of a batch by status. */
  async counts(id: string): Promise<Record<JobStatus, number>> {
    const rows = await this.batches.query<{ status: JobStatus; count: number }[]>(
      `SELECT status, count(*)::int AS count FROM jobs WHERE batch_id = $1 GROUP BY status`,
      [id],
    );
    const counts = Object.fromEntries(JOB_STATUSES.map((status) => [status, 0]));
    for (const { status, count } of rows) counts[status] = count;
    return counts as Record<JobStatus, number>;
  }

  /** Returns the jobs of a batch, in the order of its items. */
  jobs(id: string): Promise<{ readonly id: string; readonly deleted: boolean }[]> {
    return this.batches.query(
      `SELECT id, deleted_at IS NOT NULL AS deleted FROM jobs
       WHERE batch_id = $1 ORDER BY batch_id, created_at, id`,
      [id],
    );
  }

  /** Returns the batch of a job, or null. */
  ofJob(jobId: string): Promise<BatchEntity | null> {
    return this.batches
      .createQueryBuilder('batch')
      .innerJoin('jobs', 'job', 'job.batch_id = batch.id')
      .where('job.id = :jobId', { jobId })
      .getOne();
  }

  /** Cancels the jobs of a batch that are not final. Returns their number. */
  async cancel(id: string, by: Actor): Promise<number> {
    return this.batches.manager.transaction(async (manager) => {
      const cancelled = await runnerOf(manager).query(
        `WITH held AS (
           SELECT id, key_id, status FROM jobs
           WHERE batch_id = $1 AND status IN ('pending', 'processing') ORDER BY id FOR UPDATE),
         summary AS (
           INSERT INTO audit_events (key_id, owner_id, request_id, type, data)
           SELECT $2, min(key_id), $3, 'batch.cancelled',
             jsonb_build_object('batch_id', $1::uuid, 'jobs', count(*))
           FROM held HAVING count(*) > 0),
         events AS (
           INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type)
           SELECT id, $2, key_id, $3, 'job.cancelled' FROM held)
         UPDATE jobs SET status = 'cancelled', current_step = NULL, finished_at = now(),
           updated_at = now()
         FROM held WHERE jobs.id = held.id RETURNING jobs.id, held.status AS "wasStatus"`,
        [id, by.keyId, by.requestId],
        true,
      );
      const jobs = cancelled.records as CancelledJob[];
      await this.queue.messages.withdraw(manager, unclaimed(jobs));
      return jobs.length;
    });
  }
}
