import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { JobStatus } from '../../core/job/job-status.js';
import { prepared } from '../database/prepared.js';
import { CLAIM_COLUMNS, HELD_LOCKS } from './attempt-sql.js';
import type { Attempt, Claim } from './attempt.js';

/** What became of an attempt. */
export type AttemptState = 'held' | 'completed' | 'failed' | 'over';

const ABANDONED = `
  SELECT id AS "jobId", attempt, worker_id AS "workerId" FROM jobs
  WHERE status = 'processing' AND worker_lock = hashtextextended(worker_id, 0)
    AND worker_lock NOT IN (${HELD_LOCKS})`;

/** Reads what workers and their supervisors must know about attempts. (`AttemptStore` changes them.) */
@Injectable()
export class AttemptQueries {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The claim of a worker whose answer was lost.
   *
   * @param known attempts of the job that this worker knows, which are not meant
   */
  async findClaim(jobId: string, workerId: string, known: readonly number[]) {
    const [row] = await this.rows<Omit<Claim, 'jobId'>>(
      `SELECT ${CLAIM_COLUMNS} FROM jobs
       WHERE id = $1 AND worker_id = $2 AND status = 'processing' AND NOT attempt = ANY ($3::int[])`,
      [jobId, workerId, known],
    );
    return row ? ({ jobId, ...row } satisfies Claim) : null;
  }

  /** What became of an attempt, for a worker that lost an answer. */
  async stateOf({ jobId, attempt }: Attempt): Promise<AttemptState> {
    const [row] = await this.rows<{ status: JobStatus }>(
      'SELECT status FROM jobs WHERE id = $1 AND attempt = $2',
      [jobId, attempt],
    );
    if (row?.status === 'processing') return 'held';
    return row?.status === 'completed' || row?.status === 'failed' ? row.status : 'over';
  }

  /** The number of attempts of a job in which the worker died. */
  async lostAttempts(jobId: string): Promise<number> {
    const [row] = await this.rows<{ lost: number }>(
      'SELECT lost_attempts AS lost FROM jobs WHERE id = $1',
      [jobId],
    );
    return row?.lost ?? 0;
  }

  /** Whether the job is still that of the attempt. */
  async isHeld(attempt: Attempt): Promise<boolean> {
    return (await this.stateOf(attempt)) === 'held';
  }

  /** The key of a job if an attempt still holds it, else null. */
  async ownerOf({ jobId, attempt }: Attempt): Promise<string | null> {
    const [row] = await this.rows<{ keyId: string }>(
      `SELECT key_id AS "keyId" FROM jobs WHERE id = $1 AND attempt = $2 AND status = 'processing'`,
      [jobId, attempt],
    );
    return row?.keyId ?? null;
  }

  /** Whether the job is not final. */
  async isOpen(jobId: string): Promise<boolean> {
    const open = await this.rows(
      `SELECT 1 FROM jobs WHERE id = $1 AND status IN ('pending', 'processing')`,
      [jobId],
    );
    return open.length === 1;
  }

  /** The folder of the finished files of a job; null: it has none. */
  async publishedFolder(jobId: string): Promise<string | null> {
    const [row] = await this.rows<{ folder: string }>(
      `SELECT result->>'folder' AS folder FROM jobs
       WHERE id = $1 AND status = 'completed' AND deleted_at IS NULL`,
      [jobId],
    );
    return row?.folder ?? null;
  }

  /** The attempts whose workers held a lock that is gone (`engine/workers/worker-lock.ts`). */
  abandoned(): Promise<(Attempt & { readonly workerId: string })[]> {
    return this.rows(prepared(ABANDONED), []);
  }

  private rows<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    return this.dataSource.query<T[]>(sql, parameters);
  }
}
