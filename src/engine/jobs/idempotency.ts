import type { QueryRunner } from 'typeorm';
import type { JobStatus } from '../../core/job/job-status.js';

/** What a client sent to have a request count once. */
export interface IdempotencyKey {
  readonly key: string;
  /** SHA-256 of the body, 32 bytes. */
  readonly bodyHash: Buffer;
}

export type IdempotencyOutcome =
  | { readonly outcome: 'new' }
  | {
      readonly outcome: 'replayed';
      readonly jobId: string;
      readonly status: JobStatus;
      /** When the video of the job was deleted; null: it was not. */
      readonly deletedAt: Date | null;
    }
  /** The key came with another body before. */
  | { readonly outcome: 'reused' };

const LIFETIME = `interval '24 hours'`;

/** Expired keys removed with each new one: more than come in, so that they never pile up. */
const SWEPT_PER_INSERT = 10;

/**
 * Takes an idempotency key for a job, within the transaction that stores the job. A second request
 * with the same key waits here until the first one's transaction has ended, and then finds its job.
 */
export async function takeIdempotencyKey(
  runner: QueryRunner,
  keyId: string,
  { key, bodyHash }: IdempotencyKey,
  jobId: string,
): Promise<IdempotencyOutcome> {
  await runner.query(
    `DELETE FROM idempotency_keys WHERE (key_id, idempotency_key) IN (
       SELECT key_id, idempotency_key FROM idempotency_keys
       WHERE created_at < now() - ${LIFETIME}
       ORDER BY created_at LIMIT ${SWEPT_PER_INSERT} FOR UPDATE SKIP LOCKED)`,
  );
  const taken = await runner.query(
    `INSERT INTO idempotency_keys AS kept (key_id, idempotency_key, body_hash, job_id)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT (key_id, idempotency_key) DO UPDATE
       SET body_hash = excluded.body_hash, job_id = excluded.job_id, created_at = excluded.created_at
       WHERE kept.created_at < now() - ${LIFETIME}
     RETURNING 1`,
    [keyId, key, bodyHash, jobId],
    true,
  );
  if (taken.records.length === 1) return { outcome: 'new' };
  const [kept] = (await runner.query(
    `SELECT job_id, body_hash = $3 AS same, jobs.status, jobs.deleted_at
     FROM idempotency_keys JOIN jobs ON jobs.id = job_id
     WHERE idempotency_keys.key_id = $1 AND idempotency_key = $2`,
    [keyId, key, bodyHash],
  )) as { job_id: string; same: boolean; status: JobStatus; deleted_at: Date | null }[];
  return kept?.same
    ? { outcome: 'replayed', jobId: kept.job_id, status: kept.status, deletedAt: kept.deleted_at }
    : { outcome: 'reused' };
}
