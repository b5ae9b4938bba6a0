import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import type { JobFailureCode } from '../../core/job/job-failure.js';
import { JOB_STATUSES, type JobStatus } from '../../core/job/job-status.js';
import { poolOf } from '../database/pool.js';
import { prepared } from '../database/prepared.js';
import { Conditions, type Position } from '../database/conditions.js';
import { JobEntity } from './job.entity.js';

/** The status of a job, for clients that poll. */
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

/** The time that a job has been rendered, or its place in the queue. */
export interface JobClock {
  /** The duration of the current attempt by the clock of the database. Null before the first attempt. */
  readonly attemptSeconds: number | null;
  /**
   * 1 is next among the jobs that the caller may see, in the order of turns. Null unless the job is pending.
   * Jobs that are submitted later may still get an earlier turn.
   */
  readonly queuePosition: number | null;
}

export interface JobFilter {
  /** Null: the jobs of every key. */
  readonly keyId: string | null;
  readonly status: JobStatus | null;
  readonly batchId: string | null;
  /** Both ends are exclusive. */
  readonly createdAfter: Date | null;
  readonly createdBefore: Date | null;
  /** True: only jobs whose video was not deleted. */
  readonly videosOnly: boolean;
}

/** A page of a list, by number (`offset`) or after a position. A position costs the same at any depth. */
export interface PageRequest {
  readonly limit: number;
  readonly offset: number;
  readonly after: Position | null;
}

export interface JobPage {
  /** Newest first, without their config. */
  readonly jobs: readonly JobEntity[];
  /** The number of jobs that match the filter. Null for a page after a position, which is not counted. */
  readonly total: number | null;
  readonly hasMore: boolean;
}

/** The number of jobs by status, and the state of the queue. */
export interface JobCounts {
  readonly byStatus: Readonly<Record<JobStatus, number>>;
  /** The age of the oldest pending job, or 0 without pending jobs. */
  readonly oldestPendingSeconds: number;
  /** The number of running jobs without a report for half a minute. Their workers are lost or hang. */
  readonly stalled: number;
}

const COUNTS_CACHE_MS = 5_000;

/** The queue position of a job is counted up to this number. */
const MAX_QUEUE_POSITION = 10_000;

/**
 * Reads jobs. Single jobs come from the repository. Lists and counts use SQL, because an index must answer
 * each of them (test/integration/lists-at-scale.spec.ts).
 */
@Injectable()
export class JobQueries {
  constructor(@InjectRepository(JobEntity) private readonly jobs: Repository<JobEntity>) {}

  /** Returns the number of jobs by status and the state of the queue. Cached for some seconds. */
  counts(): Promise<JobCounts> {
    const now = performance.now();
    if (this.cachedCounts === null || now - this.cachedCounts.at > COUNTS_CACHE_MS) {
      this.cachedCounts = { at: now, counts: this.countAll() };
    }
    return this.cachedCounts.counts;
  }

  private cachedCounts: { readonly at: number; readonly counts: Promise<JobCounts> } | null = null;

  private async countAll(): Promise<JobCounts> {
    const sums = JOB_STATUSES.map((status) => `COALESCE(sum(${status}), 0)::float8 AS ${status}`);
    const [byStatus] = await this.jobs.query<Record<JobStatus, number>[]>(
      `SELECT ${sums.join(', ')} FROM key_counts`,
    );
    const [queue] = await this.jobs.query<{ oldest: number; stalled: number }[]>(
      `SELECT
         COALESCE(EXTRACT(EPOCH FROM now() - (
           SELECT created_at FROM jobs WHERE status = 'pending'
           ORDER BY created_at, id LIMIT 1)), 0)::float8 AS oldest,
         (SELECT count(*)::int FROM jobs WHERE status = 'processing'
           AND updated_at < now() - interval '30 seconds') AS stalled`,
    );
    return {
      byStatus: byStatus!,
      oldestPendingSeconds: queue?.oldest ?? 0,
      stalled: queue?.stalled ?? 0,
    };
  }

  /** Returns a job without its config. */
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

  /** The `client-data` of a job, whose config may be large. Null without one. */
  async clientData(id: string): Promise<unknown> {
    const [row] = await this.jobs.query<{ data: unknown }[]>(
      `SELECT COALESCE(config->'client-data', config->'client_data') AS data FROM jobs WHERE id = $1`,
      [id],
    );
    return row?.data ?? null;
  }

  /** Uses the connection pool without the ORM, because clients poll it. */
  async findStatus(id: string): Promise<JobStatusRow | null> {
    const { rows } = await poolOf(this.jobs.manager.dataSource).query<JobStatusRow>(
      prepared(`SELECT id, key_id AS "keyId", status, progress, current_step AS "currentStep",
         error_code AS "errorCode", error_message AS "errorMessage",
         error_pointer AS "errorPointer", deleted_at AS "deletedAt"
       FROM jobs WHERE id = $1`),
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
             WHERE ahead.status = 'pending' ${visible}
               AND (-ahead.priority, ahead.turn, ahead.created_at, ahead.id)
                 < (-jobs.priority, jobs.turn, jobs.created_at, jobs.id)
             LIMIT ${MAX_QUEUE_POSITION}) AS counted)
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
    const jobs = await this.jobs
      .createQueryBuilder('job')
      .where('job.id = ANY(:shown)', { shown })
      .getMany();
    const byId = new Map(jobs.map((job) => [job.id, job]));
    return {
      jobs: shown.flatMap((id) => byId.get(id) ?? []),
      total,
      hasMore: ids.length > limit,
    };
  }

  /** Selects only IDs, so that the index answers the query and an `offset` reads no rows. */
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

  private async count(filter: JobFilter): Promise<number> {
    const [row] = await this.jobs.query<{ total: number }[]>(
      ...(isCounted(filter) ? sumOf(filter) : countOf(filter)),
    );
    return row?.total ?? 0;
  }
}

/** Whether `key_counts` has the number of the jobs of a filter. */
function isCounted({ batchId, createdAfter, createdBefore, videosOnly }: JobFilter): boolean {
  return batchId === null && createdAfter === null && createdBefore === null && !videosOnly;
}

function sumOf({ keyId, status }: JobFilter): [sql: string, parameters: unknown[]] {
  const counts = status === null ? JOB_STATUSES.join(' + ') : status;
  const { where, parameters } = new Conditions().add('key_id =', keyId);
  return [
    `SELECT COALESCE(sum(${counts}), 0)::float8 AS total FROM key_counts ${where}`,
    parameters,
  ];
}

/** Counts in the order of the list, so that the planner uses the index of the list. */
function countOf(filter: JobFilter): [sql: string, parameters: unknown[]] {
  const { where, parameters } = conditionsOf(filter);
  return [
    `SELECT count(*)::int AS total FROM (
       SELECT 1 FROM jobs ${where} ORDER BY created_at DESC, id DESC OFFSET 0) AS found`,
    parameters,
  ];
}

function conditionsOf(filter: JobFilter): Conditions {
  return new Conditions(...(filter.videosOnly ? ['deleted_at IS NULL'] : []))
    .add('key_id =', filter.keyId)
    .add('status =', filter.status)
    .add('batch_id =', filter.batchId)
    .add('created_at >', filter.createdAfter)
    .add('created_at <', filter.createdBefore);
}
