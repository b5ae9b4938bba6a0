import type { QueryRunner } from 'typeorm';
import type { JsonText } from './json-text.js';

export interface NewJob {
  readonly id: string;
  readonly keyId: string;
  readonly requestId: string;
  /** The complete config, or its `JsonText`. For a template, it contains the values of the variables. */
  readonly config: unknown;
  /** The template of the job, and its revision. */
  readonly template?: { readonly id: string; readonly revision: number } | null;
}

/** Limits the amount of JSON in one message to the database. */
const JOBS_PER_STATEMENT = 50;

/**
 * Stores jobs with their first audit events, within a transaction.
 *
 * @param batchId the ID of their batch, which is already stored, or null
 */
export async function insertJobs(
  runner: QueryRunner,
  jobs: readonly (NewJob & { readonly config: JsonText })[],
  batchId: string | null,
): Promise<void> {
  for (let start = 0; start < jobs.length; start += JOBS_PER_STATEMENT) {
    const chunk = jobs.slice(start, start + JOBS_PER_STATEMENT);
    await runner.query(
      `WITH accepted AS (
         INSERT INTO jobs (id, key_id, request_id, config, template_id, template_revision, batch_id)
         SELECT new.*, $7::uuid
         FROM unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[], $5::uuid[], $6::int[]) AS new
         RETURNING id, key_id, request_id)
       INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type)
       SELECT id, key_id, key_id, request_id, 'job.accepted' FROM accepted ORDER BY id`,
      [
        chunk.map(({ id }) => id),
        chunk.map(({ keyId }) => keyId),
        chunk.map(({ requestId }) => requestId),
        chunk.map(({ config }) => config.text),
        chunk.map(({ template }) => template?.id ?? null),
        chunk.map(({ template }) => template?.revision ?? null),
        batchId,
      ],
    );
  }
}

/** Stores a batch with its audit event, within the transaction that stores its jobs. */
export async function insertBatch(
  runner: QueryRunner,
  batch: { readonly id: string; readonly keyId: string; readonly requestId: string },
  size: number,
): Promise<void> {
  await runner.query(
    `WITH batch AS (
       INSERT INTO batches (id, key_id, request_id, size) VALUES ($1, $2, $3, $4) RETURNING *)
     INSERT INTO audit_events (key_id, owner_id, request_id, type, data)
     SELECT key_id, key_id, request_id, 'batch.created',
       jsonb_build_object('batch_id', id, 'jobs', size) FROM batch`,
    [batch.id, batch.keyId, batch.requestId, size],
  );
}
