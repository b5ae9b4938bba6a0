import type { QueryRunner } from 'typeorm';
import type { Delivery } from '../../core/project/types/index.js';
import { prepared } from '../database/prepared.js';
import type { JsonText } from './json-text.js';
import type { QueuePlace } from './queue-order.js';

export interface NewJob {
  readonly id: string;
  readonly keyId: string;
  readonly requestId: string;
  /** The complete config, or its `JsonText`. For a template, it contains the values of the variables. */
  readonly config: unknown;
  /** The template of the job, and its revision. */
  readonly template?: { readonly id: string; readonly revision: number } | null;
  /** The job that this one repeats. */
  readonly retryOf?: string | null;
  /** What happens with the finished video; missing: nothing. */
  readonly delivery?: Delivery | null;
  /** Warnings about how the config was read. */
  readonly notes?: readonly string[];
  /** From -5 to 5. Jobs with a higher priority start first. The default is 0. */
  readonly priority?: number;
  /** IDs of the uploaded files that the video names. */
  readonly assets?: readonly string[];
}

/** An address that is told when a batch has ended. */
export interface BatchWebhook {
  readonly url: string;
  readonly events: readonly string[];
}

/** A job with its config as text, and its place in the queue. */
export interface PlacedJob extends NewJob {
  readonly config: JsonText;
  readonly place: QueuePlace;
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
  jobs: readonly PlacedJob[],
  batchId: string | null,
): Promise<void> {
  for (let start = 0; start < jobs.length; start += JOBS_PER_STATEMENT) {
    const chunk = jobs.slice(start, start + JOBS_PER_STATEMENT);
    await runner.query(
      prepared(`WITH accepted AS (
         INSERT INTO jobs (id, key_id, request_id, config, template_id, template_revision, retry_of,
           priority, turn, delivery, warnings, batch_id)
         SELECT new.*, $12::uuid
         FROM unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[], $5::uuid[], $6::int[], $7::uuid[],
           $8::smallint[], $9::bigint[], $10::jsonb[], $11::jsonb[]) AS new
         RETURNING id, key_id, request_id, retry_of)
       INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type, data)
       SELECT id, key_id, key_id, request_id, 'job.accepted',
         CASE WHEN retry_of IS NULL THEN '{}' ELSE jsonb_build_object('retry_of', retry_of) END
       FROM accepted ORDER BY id`),
      [
        chunk.map(({ id }) => id),
        chunk.map(({ keyId }) => keyId),
        chunk.map(({ requestId }) => requestId),
        chunk.map(({ config }) => config.text),
        chunk.map(({ template }) => template?.id ?? null),
        chunk.map(({ template }) => template?.revision ?? null),
        chunk.map(({ retryOf }) => retryOf ?? null),
        chunk.map(({ place }) => place.priority),
        chunk.map(({ place }) => place.turn),
        chunk.map(({ delivery }) => deliveryText(delivery ?? null)),
        chunk.map(({ notes }) => JSON.stringify(notes ?? [])),
        batchId,
      ],
    );
  }
}

/** What the row of a job keeps; null if nothing happens with its video. */
function deliveryText(delivery: Delivery | null): string | null {
  if (delivery === null) return null;
  const { webhooks, destinations, filename, stills } = delivery;
  if (webhooks.length + destinations.length === 0 && filename === null && !stills) return null;
  const kept = destinations.map(({ name, url, path, files }) => ({ name, url, path, files }));
  return JSON.stringify({ webhooks, destinations: kept, filename, ...(stills ? { stills } : {}) });
}

/** Stores a batch with its audit event, within the transaction that stores its jobs. */
export async function insertBatch(
  runner: QueryRunner,
  batch: { readonly id: string; readonly keyId: string; readonly requestId: string },
  { size, webhooks }: { readonly size: number; readonly webhooks: readonly BatchWebhook[] },
): Promise<void> {
  await runner.query(
    `WITH batch AS (
       INSERT INTO batches (id, key_id, request_id, size, webhooks) VALUES ($1, $2, $3, $4, $5) RETURNING *)
     INSERT INTO audit_events (key_id, owner_id, request_id, type, data)
     SELECT key_id, key_id, request_id, 'batch.created',
       jsonb_build_object('batch_id', id, 'jobs', size) FROM batch`,
    [
      batch.id,
      batch.keyId,
      batch.requestId,
      size,
      webhooks.length > 0 ? JSON.stringify(webhooks) : null,
    ],
  );
}
