import type { QueryRunner } from 'typeorm';
import type { JobStatus } from '../../core/job/job-status.js';

/** The idempotency key of a request, and a hash of its body. */
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
      /** When the video of the job was deleted, or null. */
      readonly deletedAt: Date | null;
    }
  /** The key was used before, with a different body. */
  | { readonly outcome: 'reused' };

const LIFETIME = `interval '24 hours'`;

/** The number of expired keys to remove per new key. It is more than 1, so that they never accumulate. */
const REMOVED_PER_INSERT = 10;

/**
 * Takes an idempotency key for a job, within the transaction that stores the job. A second request with the same
 * key waits until the transaction of the first request ends, and then finds its job.
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
       ORDER BY created_at LIMIT ${REMOVED_PER_INSERT} FOR UPDATE SKIP LOCKED)`,
  );
  const inserted = await runner.query(
    `INSERT INTO idempotency_keys AS existing (key_id, idempotency_key, body_hash, job_id)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT (key_id, idempotency_key) DO UPDATE
       SET body_hash = excluded.body_hash, job_id = excluded.job_id, created_at = excluded.created_at
       WHERE existing.created_at < now() - ${LIFETIME}
     RETURNING 1`,
    [keyId, key, bodyHash, jobId],
    true,
  );
  if (inserted.records.length === 1) return { outcome: 'new' };
  const [existing] = (await runner.query(
    `SELECT job_id, body_hash = $3 AS same, jobs.status, jobs.deleted_at
     FROM idempotency_keys JOIN jobs ON jobs.id = job_id
     WHERE idempotency_keys.key_id = $1 AND idempotency_key = $2`,
    [keyId, key, bodyHash],
  )) as { job_id: string; same: boolean; status: JobStatus; deleted_at: Date | null }[];
  return existing?.same
    ? {
        outcome: 'replayed',
        jobId: existing.job_id,
        status: existing.status,
        deletedAt: existing.deleted_at,
      }
    : { outcome: 'reused' };
}
