import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import type { JobFailureCode } from '../../core/job/job-failure.js';
import { JOB_STATUSES, type JobStatus } from '../../core/job/job-status.js';
import { poolOf } from '../database/pool.js';
import { Conditions, type Position } from '../database/conditions.js';
import { JobEntity } from './job.entity.js';

/** What a client that polls is told. */
export interface JobStatusRow {
  readonly id: string;
  readonly keyId: string;
  readonly status: JobStatus;
  readonly progress: number;
  readonly currentStep: string | null;
  readonly errorCode: JobFailureCode | null;
  readonly errorMessage: string | null;
  readonly errorPointer: string | null;
  readonly deletedAt: Date | null;
}

/** How long a job has been rendered, or how many are before it. */
export interface JobClock {
  /** Of the present attempt, by the database's clock; null before the first. */
  readonly attemptSeconds: number | null;
  /** 1 = next among the jobs that the caller may see; null unless the job is pending. */
  readonly queuePosition: number | null;
}

export interface JobFilter {
  /** Null: the jobs of every key. */
  readonly keyId: string | null;
  readonly status: JobStatus | null;
  readonly batchId: string | null;
  /** Both exclusive. */
  readonly createdAfter: Date | null;
  readonly createdBefore: Date | null;
  /** True: without those whose video was deleted. */
  readonly videosOnly: boolean;
}

/** Part of a list: by number (`offset`), or from a position on, which costs the same however deep. */
export interface PageRequest {
  readonly limit: number;
  readonly offset: number;
  readonly after: Position | null;
}

export interface JobPage {
  /** Newest first, without their config. */
  readonly jobs: readonly JobEntity[];
  /** How many the filter finds altogether; not counted (null) for a page from a position on. */
  readonly total: number | null;
  readonly hasMore: boolean;
}

/** How many jobs there are, and whether the queue moves. */
export interface JobCounts {
  readonly byStatus: Readonly<Record<JobStatus, number>>;
  /** Age of the job that has waited longest; 0 when none waits. */
  readonly oldestPendingSeconds: number;
  /** Jobs in work of which nothing was heard for half a minute: their workers are lost or hang. */
  readonly stalled: number;
}

const COUNTS_KEPT_MS = 5_000;

/** More than this many pending jobs before one are not counted. */
const LONGEST_QUEUE = 10_000;

/**
 * Reads jobs. Single jobs come from the repository. Lists and counts are SQL, because each must be
 * answered from an index (test/integration/lists-at-scale.spec.ts).
 */
@Injectable()
export class JobQueries {
  constructor(@InjectRepository(JobEntity) private readonly jobs: Repository<JobEntity>) {}

  /** Jobs by status and how the queue moves; answers are kept a few seconds, as counting costs. */
  counts(): Promise<JobCounts> {
    const now = performance.now();
    if (this.counted === null || now - this.counted.at > COUNTS_KEPT_MS) {
      this.counted = { at: now, counts: this.countAll() };
    }
    return this.counted.counts;
  }

  private counted: { readonly at: number; readonly counts: Promise<JobCounts> } | null = null;

  private async countAll(): Promise<JobCounts> {
    const rows = await this.jobs.query<{ status: JobStatus; count: number }[]>(
      `SELECT status, count(*)::int AS count FROM jobs GROUP BY status`,
    );
    const [queue] = await this.jobs.query<{ oldest: number; stalled: number }[]>(
      `SELECT
         COALESCE(EXTRACT(EPOCH FROM now() - min(created_at)
           FILTER (WHERE status = 'pending')), 0)::float AS oldest,
         (count(*) FILTER (WHERE status = 'processing'
           AND updated_at < now() - interval '30 seconds'))::int AS stalled
       FROM jobs WHERE status IN ('pending', 'processing')`,
    );
    const byStatus = Object.fromEntries(JOB_STATUSES.map((status) => [status, 0]));
    for (const { status, count } of rows) byStatus[status] = count;
    return {
      byStatus: byStatus as Record<JobStatus, number>,
      oldestPendingSeconds: queue?.oldest ?? 0,
      stalled: queue?.stalled ?? 0,
    };
  }

  /** Everything about a job but its config. */
  find(id: string): Promise<JobEntity | null> {
    return this.jobs.findOneBy({ id });
  }

  findWithConfig(id: string): Promise<JobEntity | null> {
    return this.jobs
      .createQueryBuilder('job')
      .addSelect('job.config')
      .where('job.id = :id', { id })
      .getOne();
  }

  /** Clients poll this, so it goes straight through the pool, without the ORM. */
  async findStatus(id: string): Promise<JobStatusRow | null> {
    const { rows } = await poolOf(this.jobs.manager.dataSource).query<JobStatusRow>(
      `SELECT id, key_id AS "keyId", status, progress, current_step AS "currentStep",
         error_code AS "errorCode", error_message AS "errorMessage",
         error_pointer AS "errorPointer", deleted_at AS "deletedAt"
       FROM jobs WHERE id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** @param keyId only jobs of this key are counted as being ahead; null: all jobs */
  async clock(id: string, keyId: string | null): Promise<JobClock> {
    const visible = keyId === null ? '' : 'AND ahead.key_id = $2';
    const [row] = await this.jobs.query<JobClock[]>(
      `SELECT extract(epoch FROM now() - attempt_started_at)::float8 AS "attemptSeconds",
         CASE WHEN status = 'pending' THEN (
           SELECT 1 + count(*)::int FROM (
             SELECT 1 FROM jobs ahead
             WHERE ahead.status = 'pending' ${visible} AND (ahead.created_at, ahead.id) < (jobs.created_at, jobs.id)
             LIMIT ${LONGEST_QUEUE}) AS counted)
         END AS "queuePosition"
       FROM jobs WHERE id = $1`,
      keyId === null ? [id] : [id, keyId],
    );
    return row ?? { attemptSeconds: null, queuePosition: null };
  }

  async page(filter: JobFilter, { limit, offset, after }: PageRequest): Promise<JobPage> {
    const [ids, total] = await Promise.all([
      this.pageIds(filter, limit + 1, offset, after),
      after === null ? this.count(filter) : null,
    ]);
    const shown = ids.slice(0, limit);
    const found = await this.jobs
      .createQueryBuilder('job')
      .where('job.id = ANY(:shown)', { shown })
      .getMany();
    const byId = new Map(found.map((job) => [job.id, job]));
    return {
      jobs: shown.flatMap((id) => byId.get(id) ?? []),
      total,
      hasMore: ids.length > limit,
    };
  }

  /** Ids alone come from the index alone, so that skipping `offset` of them reads no rows. */
  private async pageIds(
    filter: JobFilter,
    limit: number,
    offset: number,
    after: Position | null,
  ): Promise<string[]> {
    const conditions = conditionsOf(filter).addOlderThan('created_at', 'uuid', after);
    const { where, parameters } = conditions;
    const rows = await this.jobs.query<{ id: string }[]>(
      `SELECT id FROM jobs ${where} ORDER BY created_at DESC, id DESC
       LIMIT ${conditions.parameter(limit)} OFFSET ${conditions.parameter(offset)}`,
      parameters,
    );
    return rows.map(({ id }) => id);
  }

  /** Counted in the order of the list, which holds the planner to the list's own index. */
  private async count(filter: JobFilter): Promise<number> {
    const { where, parameters } = conditionsOf(filter);
    const [row] = await this.jobs.query<{ total: number }[]>(
      `SELECT count(*)::int AS total FROM (
         SELECT 1 FROM jobs ${where} ORDER BY created_at DESC, id DESC OFFSET 0) AS found`,
      parameters,
    );
    return row?.total ?? 0;
  }
}

function conditionsOf(filter: JobFilter): Conditions {
  return new Conditions(...(filter.videosOnly ? ['deleted_at IS NULL'] : []))
    .add('key_id =', filter.keyId)
    .add('status =', filter.status)
    .add('batch_id =', filter.batchId)
    .add('created_at >', filter.createdAfter)
    .add('created_at <', filter.createdBefore);
}
