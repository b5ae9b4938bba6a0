import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Need } from '../../core/job/missing-ability.js';
import { prepared } from '../database/prepared.js';
import type { Attempt } from '../jobs/attempt.js';
import { type HeldMessage, RenderQueue } from '../jobs/render-queue.js';

/** What a waiting job needs, and how long it has waited without hope for it. */
export interface PassedOn {
  readonly needs: readonly Need[];
  /** Time since it was passed on, or since {@link JobNeeds.hope}. */
  readonly hopelessSeconds: number;
}

/** The time of hope is that precise, so that waiting jobs are rarely written. */
const HOPE_SECONDS = 60;

/** Why a job returns to the queue. */
const REASON = 'ability_missing';
/** Counting more makes no difference. */
const MAX_COUNTED = 10_000;

/** The jobs that wait for a worker with certain abilities. */
@Injectable()
export class JobNeeds {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: RenderQueue,
  ) {}

  /** What a job needs, if workers have passed it on and it still waits; otherwise null. */
  async of(jobId: string): Promise<PassedOn | null> {
    const [found] = await this.dataSource.query<PassedOn[]>(
      prepared(`SELECT needs, extract(epoch FROM now() - passed_on_at)::float8 AS "hopelessSeconds"
       FROM jobs WHERE id = $1 AND status = 'pending' AND needs IS NOT NULL`),
      [jobId],
    );
    return found ?? null;
  }

  /** Notes that a worker exists that can do a waiting job. If it goes, the job waits for another one from now on. */
  async hope(jobId: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE jobs SET passed_on_at = now() WHERE id = $1 AND status = 'pending' AND needs IS NOT NULL
         AND passed_on_at < now() - make_interval(secs => $2)`,
      [jobId, HOPE_SECONDS],
    );
  }

  /** The number of jobs that wait for a worker with certain abilities. */
  async waiting(): Promise<number> {
    const [found] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM (
         SELECT 1 FROM jobs WHERE status = 'pending' AND needs IS NOT NULL LIMIT ${MAX_COUNTED}) AS waiting`,
    );
    return found!.count;
  }

  /** Returns a job to the queue for another worker, and notes what it needs, if the attempt still holds it. */
  async passOn(
    claim: Attempt,
    message: HeldMessage,
    { needs, delaySeconds }: { readonly needs: readonly Need[]; readonly delaySeconds: number },
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const passed = await manager.queryRunner!.query(
        `WITH passed AS (
           UPDATE jobs SET status = 'pending', worker_id = NULL, worker_lock = NULL, updated_at = now(),
             current_step = NULL,
             needs = ARRAY(SELECT DISTINCT unnest(COALESCE(needs, '{}') || $3::text[]) ORDER BY 1),
             passed_on_at = COALESCE(passed_on_at, now())
           WHERE id = $1 AND attempt = $2 AND status = 'processing'
           RETURNING id, key_id, request_id, needs)
         INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type, data)
         SELECT id, key_id, key_id, request_id, 'job.handed_back', 
           jsonb_build_object('reason', '${REASON}', 'needs', needs)
         FROM passed RETURNING id`,
        [claim.jobId, claim.attempt, needs],
        true,
      );
      if (passed.records.length === 1) {
        await this.queue.messages.giveBack(manager, message, { reason: REASON, delaySeconds });
      }
    });
  }

  /** Returns the message of a job that was not claimed. */
  refuse(message: HeldMessage, delaySeconds: number): Promise<void> {
    return this.queue.messages.refuse(message, { reason: REASON, delaySeconds });
  }
}
