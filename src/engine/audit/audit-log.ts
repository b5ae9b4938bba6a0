import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { type Actor, AuditEventEntity, type AuditEventType } from './audit-event.entity.js';
import { Conditions, type Position } from '../database/conditions.js';

export interface AuditFilter {
  /** Only events of this key and of its jobs. Null: all events. */
  readonly ownerId: string | null;
  readonly jobId: string | null;
  /** Only events that this key caused. */
  readonly keyId: string | null;
  readonly requestId: string | null;
  readonly type: AuditEventType | null;
  /** Both ends are exclusive. */
  readonly after: Date | null;
  readonly before: Date | null;
}

/** The maximum number of events of one job per query. A job usually has about ten. */
const MAX_EVENTS_PER_JOB = 1_000;

const COLUMNS = `e.id, e.job_id AS "jobId", e.key_id AS "keyId", e.owner_id AS "ownerId",
  e.request_id AS "requestId", e.type, e.data, e.at`;

/** Reads the audit trail. It uses SQL, because each page must be answered from an index. */
@Injectable()
export class AuditLog {
  constructor(
    @InjectRepository(AuditEventEntity) private readonly events: Repository<AuditEventEntity>,
  ) {}

  /** Adds an event about a job that changes nothing else. */
  async add(
    type: AuditEventType,
    event: {
      readonly jobId: string;
      readonly ownerId: string;
      readonly by: Actor;
      readonly data: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    const { jobId, ownerId, by, data } = event;
    await this.events.query(
      `INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type, data)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [jobId, by.keyId, ownerId, by.requestId, type, JSON.stringify(data)],
    );
  }

  /** Returns events after a position, newest first. */
  async page(
    filter: AuditFilter,
    limit: number,
    after: Position | null,
  ): Promise<{ events: readonly AuditEventEntity[]; hasMore: boolean }> {
    const conditions = new Conditions()
      .add('owner_id =', filter.ownerId)
      .add('job_id =', filter.jobId)
      .add('key_id =', filter.keyId)
      .add('request_id =', filter.requestId)
      .add('type =', filter.type)
      .add('at >', filter.after)
      .add('at <', filter.before)
      .addOlderThan('at', 'bigint', after);
    const { where, parameters } = conditions;
    const rows = await this.events.query<AuditEventEntity[]>(
      `SELECT ${COLUMNS} FROM audit_events e ${where} ORDER BY at DESC, id DESC
       LIMIT ${conditions.parameter(limit + 1)}`,
      parameters,
    );
    return { events: rows.slice(0, limit), hasMore: rows.length > limit };
  }

  /** Returns the events of a job, oldest first. */
  ofJob(jobId: string): Promise<AuditEventEntity[]> {
    return this.newerOfJobs(new Map([[jobId, 0]]));
  }

  /**
   * Returns the newer events of several jobs, oldest first, and at most 1,000 events per job. The next call
   * returns the rest. No event of a job is older than the job, so earlier partitions are not read.
   *
   * @param after the last known event of each job
   */
  newerOfJobs(after: ReadonlyMap<string, number>): Promise<AuditEventEntity[]> {
    return this.events.query<AuditEventEntity[]>(
      `SELECT ${COLUMNS} FROM unnest($1::uuid[], $2::bigint[]) AS seen (job_id, id)
       JOIN jobs ON jobs.id = seen.job_id
       CROSS JOIN LATERAL (
         SELECT * FROM audit_events
         WHERE audit_events.job_id = seen.job_id AND audit_events.id > seen.id
           AND audit_events.at >= jobs.created_at
         ORDER BY audit_events.id LIMIT ${MAX_EVENTS_PER_JOB}) AS e
       ORDER BY e.id`,
      [[...after.keys()], [...after.values()]],
    );
  }
}
